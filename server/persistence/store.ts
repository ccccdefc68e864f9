import type { AccountLinks } from './account-links.js';
import type { Accounts } from './accounts.js';
import type { Assignments } from './assignments.js';
import type { AuditEntries } from './audit-entries.js';
import type { BillMappings } from './bill-mappings.js';
import type { Catalogs } from './catalogs.js';
import type { CellStatisticsStore } from './cell-statistics.js';
import type { Comments } from './comments.js';
import type { Delegations } from './delegations.js';
import type { Devices } from './devices.js';
import type { Editions } from './editions.js';
import type { Establishments } from './establishments.js';
import type { EvidenceFiles } from './evidence.js';
import type { Grants } from './grants.js';
import type { Inventories } from './inventories.js';
import type { Invitations } from './invitations.js';
import type { KeptDrafts } from './kept-drafts.js';
import type { Limits } from './limits.js';
import type { Mailings } from './mailings.js';
import type { ResponseVersions } from './response-versions.js';
import type { Responses } from './responses.js';
import type { Reviews } from './reviews.js';
import type { Rounds } from './rounds.js';
import type { Sessions } from './sessions.js';
import type { Standings } from './standings.js';
import type { StoreState } from './store-state.js';

/** The collections of the product. Inside `transaction` every repository reads and writes as one. */
export interface Repositories {
  readonly establishments: Establishments;
  readonly rounds: Rounds;
  readonly responses: Responses;
  readonly responseVersions: ResponseVersions;
  readonly evidence: EvidenceFiles;
  readonly keptDrafts: KeptDrafts;
  readonly reviews: Reviews;
  readonly comments: Comments;
  readonly delegations: Delegations;
  readonly inventories: Inventories;
  readonly catalogs: Catalogs;
  readonly editions: Editions;
  readonly billMappings: BillMappings;
  readonly cellStatistics: CellStatisticsStore;
  readonly invitations: Invitations;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly grants: Grants;
  readonly assignments: Assignments;
  readonly accountLinks: AccountLinks;
  readonly devices: Devices;
  readonly mailings: Mailings;
  readonly limits: Limits;
  readonly standings: Standings;
  readonly auditEntries: AuditEntries;
}

/** What keeps everything: MongoDB, or the embedded store that speaks its protocol. */
export interface Store extends Repositories {
  /**
   * Runs `work` against repositories of one transaction: all of its writes are kept, or none. It is repeated when another transaction
   * wrote the same documents, or when the line broke before it was known whether it was kept: so it must do nothing but read and write
   * through the repositories it is given, and must not fail on finding its own work already done.
   * Resolves once a majority has the writes in its journal.
   */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** Resolves when the store answers; throws StoreUnavailable when it cannot. */
  ping(): Promise<void>;
  /** Writes something and looks whether everything is in place; throws StoreUnavailable when it cannot save. */
  state(): Promise<StoreState>;
  close(): Promise<void>;
}

/** The store cannot be reached or cannot take a write now; nothing of the request at hand has been acknowledged. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super(`The store cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StoreUnavailable';
  }
}

/** Another document already holds a value that must be unique. */
export class AlreadyThere extends Error {
  constructor(
    readonly collection: string,
    cause: unknown,
  ) {
    super(`${collection}: a document with these unique values is already there`, { cause });
    this.name = 'AlreadyThere';
  }
}
