import { randomBytes } from 'node:crypto';
import { encode, Raw } from '../bson/encode.js';
import type { Doc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Session } from '../sessions/sessions.js';
import type { Pacer } from './pacer.js';

/** What a cursor hands out: decoded documents, or stored ones as they are. */
export type Output = Doc | Raw;

export interface Cursor {
  /** Drawn when it is kept; 0 before. */
  id: bigint;
  namespace: string;
  source: AsyncIterator<Output[]>;
  /** Read from the source, not sent yet. */
  waiting: Output[];
  exhausted: boolean;
  session: string | undefined;
  /** Number of the transaction that opened it; it ends with it. */
  txnNumber: bigint | undefined;
  pacer: Pacer;
  lastUsed: number;
  busy: boolean;
}

const BATCH_BYTES = 16 * 1024 * 1024;
const IDLE_MINUTES = 10;
const MAX_CURSORS = 10_000;

/** Reads up to `limit` documents and 16 MiB; at least one document, if there is any. */
export const nextBatch = async (cursor: Cursor, limit: number): Promise<Raw[]> => {
  const batch: Raw[] = [];
  let bytes = 0;
  while (batch.length < limit) {
    if (cursor.waiting.length === 0) {
      if (cursor.exhausted) break;
      const { value, done } = await cursor.source.next();
      if (done) {
        cursor.exhausted = true;
        break;
      }
      cursor.waiting = value;
      continue;
    }
    const raw = rawOf(cursor.waiting[0] as Output);
    if (batch.length > 0 && bytes + raw.bytes.length > BATCH_BYTES) break;
    cursor.waiting.shift();
    bytes += raw.bytes.length;
    batch.push(raw);
  }
  // A cursor without anything left says so with its last documents.
  while (cursor.waiting.length === 0 && !cursor.exhausted && batch.length >= limit) {
    const { value, done } = await cursor.source.next();
    if (done) cursor.exhausted = true;
    else cursor.waiting = value;
  }
  return batch;
};

const rawOf = (output: Output): Raw => (output instanceof Raw ? output : new Raw(encode(output)));

/** Open cursors. Each rests without holding anything of the store's file. */
export class Cursors {
  private readonly cursors = new Map<bigint, Cursor>();

  make(
    namespace: string,
    source: AsyncIterator<Output[]>,
    pacer: Pacer,
    session: Session | undefined,
    txnNumber: bigint | undefined,
  ): Cursor {
    return {
      id: 0n,
      namespace,
      source,
      waiting: [],
      exhausted: false,
      session: session?.key,
      txnNumber,
      pacer,
      lastUsed: Date.now(),
      busy: false,
    };
  }

  keep(cursor: Cursor): void {
    if (this.cursors.size >= MAX_CURSORS) throw new MongoError('OperationFailed', `more than ${MAX_CURSORS} cursors are open`);
    cursor.lastUsed = Date.now();
    cursor.id = randomBytes(8).readBigInt64LE() & 0x7fff_ffff_ffff_ffffn;
    this.cursors.set(cursor.id, cursor);
  }

  get(id: bigint): Cursor {
    const cursor = this.cursors.get(id);
    if (!cursor) throw new MongoError('CursorNotFound', `cursor id ${id} not found`);
    return cursor;
  }

  async kill(id: bigint): Promise<boolean> {
    const cursor = this.cursors.get(id);
    if (!cursor) return false;
    this.cursors.delete(id);
    cursor.pacer.killed = true;
    if (!cursor.busy) await cursor.source.return?.();
    return true;
  }

  /** Ends the cursors of a namespace that is gone, of a session, or of a transaction. */
  async killWhere(test: (cursor: Cursor) => boolean): Promise<void> {
    for (const cursor of this.cursors.values()) if (test(cursor)) await this.kill(cursor.id);
  }

  sweep(): Promise<void> {
    const oldest = Date.now() - IDLE_MINUTES * 60_000;
    return this.killWhere((cursor) => !cursor.busy && cursor.lastUsed < oldest);
  }

  get size(): number {
    return this.cursors.size;
  }
}
