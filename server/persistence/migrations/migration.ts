import type { ClientSession, mongo } from 'mongoose';

/** One change of what lies in the database, done once and wholly. The version before must still be able to work with what it leaves. */
export interface Migration {
  /** Three digits and what it does: `001-audit-chain`. They are done in this order. */
  readonly id: string;
  /** Runs inside one transaction of `session`, which also writes down that it was done. */
  readonly up: (db: mongo.Db, session: ClientSession) => Promise<void>;
}
