import { decode } from '../bson/decode.js';
import { encode } from '../bson/encode.js';
import { Binary, type Doc, isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Store } from '../storage/store.js';
import type { Transaction } from '../transactions/transaction.js';

export type TransactionState = 'none' | 'running' | 'committed' | 'aborted';

/** A client's logical session. */
export interface Session {
  key: string;
  lastUsed: number;
  /** The highest transaction number seen; retryable writes and transactions share the count. */
  txnNumber: bigint;
  transaction: Transaction | undefined;
  state: TransactionState;
  /** Results of the statements of the last retryable write, by statement number. */
  results: Map<number, Doc>;
}

/** MongoDB forgets sessions that were not used for this long. */
export const TIMEOUT_MINUTES = 30;
const MAX_SESSIONS = 100_000;
const PREFIX = 'session:';

/**
 * Sessions with what a retry needs: the results of the last retryable write and whether the last transaction was committed. Both
 * are written in the same commit as the change itself, so that they survive the server.
 */
export class Sessions {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly store: Store) {
    for (const [key, remembered] of this.stored()) this.sessions.set(key, remembered);
  }

  private *stored(): Iterable<[string, Session]> {
    for (const { key, value } of this.store.metaRange(PREFIX)) {
      const stored = decode(value);
      const results = (stored.results as Doc[]).map((result): [number, Doc] => [result.stmtId as number, result]);
      const name = key.slice(PREFIX.length);
      const remembered: Session = {
        key: name,
        lastUsed: (stored.at as Date).getTime(),
        txnNumber: BigInt(stored.txnNumber as bigint),
        transaction: undefined,
        state: stored.committed === true ? 'committed' : 'none',
        results: new Map(results),
      };
      yield [name, remembered];
    }
  }

  /** After a commit that failed: only what is on disk was done, whatever was noted in memory. */
  forgetUnsaved(): void {
    const saved = new Map(this.stored());
    for (const session of this.sessions.values()) {
      const known = saved.get(session.key);
      session.results = known?.txnNumber === session.txnNumber ? known.results : new Map();
    }
  }

  /** The session of a command's lsid, made when it is new. */
  open(lsid: Value): Session {
    const id = isDoc(lsid) ? lsid.id : undefined;
    if (!(id instanceof Binary) || id.position !== 16) throw new MongoError('InvalidBSON', "BSON field 'lsid.id' must be a UUID");
    const key = Buffer.from(id.buffer.subarray(0, 16)).toString('hex');
    let session = this.sessions.get(key);
    if (!session) {
      if (this.sessions.size >= MAX_SESSIONS)
        throw new MongoError(
          'TooManyLogicalSessions',
          'Unable to add session into the cache because the number of active sessions is too high',
        );
      session = { key, lastUsed: 0, txnNumber: -1n, transaction: undefined, state: 'none', results: new Map() };
      this.sessions.set(key, session);
    }
    session.lastUsed = Date.now();
    return session;
  }

  /** Inside a commit: keeps what a retry after a crash must know. */
  save(session: Session): void {
    const stored = {
      txnNumber: session.txnNumber,
      at: new Date(),
      committed: session.state === 'committed',
      results: [...session.results.values()],
    };
    this.store.metaPut(PREFIX + session.key, encode(stored));
  }

  end(lsids: Value[]): void {
    for (const lsid of lsids) {
      const session = this.open(lsid);
      this.abort(session);
      // Forgotten with the next sweep; a retry that is still under way finds its results until then.
      session.lastUsed = Math.min(session.lastUsed, Date.now() - (TIMEOUT_MINUTES - 1) * 60_000);
    }
  }

  abort(session: Session): void {
    if (session.state !== 'running') return;
    session.transaction?.end();
    session.transaction = undefined;
    session.state = 'aborted';
  }

  /** Ends transactions that last too long and forgets old sessions; returns how many transactions were ended. */
  sweep(lifetimeSeconds: number): { expired: number; forgotten: string[] } {
    const now = Date.now();
    let expired = 0;
    const forgotten: string[] = [];
    for (const [key, session] of this.sessions) {
      if (session.transaction && now - session.transaction.startedAt > lifetimeSeconds * 1000) {
        this.abort(session);
        expired++;
      }
      if (now - session.lastUsed > TIMEOUT_MINUTES * 60_000 && !session.transaction) {
        this.sessions.delete(key);
        forgotten.push(PREFIX + key);
      }
    }
    return { expired, forgotten };
  }

  list(): Session[] {
    return [...this.sessions.values()];
  }

  abortAll(): void {
    for (const session of this.sessions.values()) this.abort(session);
  }

  get size(): number {
    return this.sessions.size;
  }
}
