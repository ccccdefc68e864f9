import type { AccountRole } from '../survey/role.js';

/** How far a role reaches. Every limit that is not null must hold. */
export interface Scope {
  /** The contractor or ministry whose establishments it is for: those assigned to this organization. */
  readonly organization: string | null;
  /** Codes of regions, as in the register. */
  readonly regions: readonly string[] | null;
  readonly roundIds: readonly string[] | null;
}

/** A role given to an account. It is ended, never deleted, so that it can be told later who could see what. */
export interface Grant {
  readonly id: string;
  readonly accountId: string;
  readonly role: AccountRole;
  readonly scope: Scope;
  /** Account of the administrator; null: by command. */
  readonly grantedBy: string | null;
  readonly grantedAt: Date;
  /** A delegation that begins later; null: it holds from when it was given. */
  readonly from: Date | null;
  /** A delegation ends by itself; null: it does not. */
  readonly until: Date | null;
  readonly endedAt: Date | null;
}

export interface Grants {
  byId(id: string): Promise<Grant | null>;
  /** Those not ended, latest first; some may have run out by their `until`. */
  ofAccount(accountId: string): Promise<readonly Grant[]>;
  /** Of every account, not ended. */
  all(): Promise<readonly Grant[]>;
  add(grant: Grant): Promise<void>;
  /** Ends it if it is still in force; tells whether it did. */
  end(id: string, accountId: string, at: Date): Promise<boolean>;
}
