import type { Encodable } from '../bson/encode.js';
import type { Doc } from '../bson/values.js';
import type { Cursors } from '../cursors/cursors.js';
import type { Pacer } from '../cursors/pacer.js';
import type { MatchContext } from '../matcher/context.js';
import type { OperationClock } from '../sessions/operation-clock.js';
import type { Session, Sessions } from '../sessions/sessions.js';
import type { Catalog, Collection } from '../storage/catalog.js';
import type { Store } from '../storage/store.js';
import type { ReadView, WriteView } from '../storage/view.js';
import type { SnapshotReads } from '../transactions/snapshot-reads.js';
import type { Intents, Transaction } from '../transactions/transaction.js';

/** What all commands of a server share. */
export interface Server {
  store: Store;
  catalog: Catalog;
  sessions: Sessions;
  clock: OperationClock;
  snapshots: SnapshotReads;
  cursors: Cursors;
  intents: Intents;
  startedAt: Date;
  address: string;
  log: (message: string) => void;
  /** Booked by the wire: open connections and counts of commands by name. */
  connections: number;
  commandCounts: Map<string, number>;
  attachments: { attach(connection: object): void; detach(connection: object): boolean };
}

/** Documents that came beside the command's body, with their bytes. */
export interface Sent {
  doc: Doc;
  bytes: Buffer;
}

/** One command under way. */
export interface Call {
  server: Server;
  /** The connection, as an identity. */
  connection: { id: number };
  name: string;
  db: string;
  body: Doc;
  sequences: Map<string, Sent[]>;
  session: Session | undefined;
  txnNumber: bigint | undefined;
  /** The open multi-document transaction that the command belongs to. */
  transaction: Transaction | undefined;
  /** What the command reads. */
  view: ReadView;
  pacer: Pacer;
  match: MatchContext;
  collation: Doc | undefined;
  /** A collection as the command sees it. */
  find(db: string, name: string): Collection | undefined;
  /** The same in the command's own database. */
  collection(name: string): Collection | undefined;
  /** Changes something: at once in the transaction, else in the next commit, after which it is on disk. */
  write<T>(change: (view: WriteView) => T): Promise<T>;
}

export type Reply = { [field: string]: Encodable };

export interface Command {
  /** Fields of its own; others are refused by name. */
  fields: readonly string[];
  /** May run inside a multi-document transaction. */
  transactional?: boolean;
  /** May read a snapshot outside of a transaction. */
  snapshot?: boolean;
  /** May be retried by its txnNumber. */
  retryable?: boolean;
  /** Takes any field: for commands that answer about others. */
  open?: boolean;
  run(call: Call): Promise<Reply> | Reply;
}
