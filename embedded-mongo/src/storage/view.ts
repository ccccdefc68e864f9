import type { Doc } from '../bson/values.js';
import type { CompiledIndex } from '../indexes/spec.js';
import type { Collection } from './catalog.js';

/** The two ordered tables of the store: whole documents by record, and index entries by their encoded key. */
export type Table = 'documents' | 'entries';

export interface Entry {
  key: Buffer;
  value: Buffer;
}

/** A range of keys: `start` belongs to it, `end` does not. Reversed, it is read from its end. */
export interface KeyRange {
  start: Buffer;
  end: Buffer;
}

/** What commands read from: the committed state, the running commit, or a transaction's snapshot with its own writes on top. */
export interface ReadView {
  get(table: Table, key: Buffer): Buffer | undefined;
  /** At most `limit` entries of a range, in order. */
  range(table: Table, range: KeyRange, reverse: boolean, limit: number): Entry[];
}

export interface WriteView extends ReadView {
  put(table: Table, key: Buffer, value: Buffer): void;
  remove(table: Table, key: Buffer): void;
  /** Books a change of a collection's number of documents. */
  addCount(collection: Collection, change: number): void;
  /** Makes a collection with its _id index. */
  createCollection(db: string, name: string, options: Doc): Collection;
  /** Books that an index has met an array. */
  markMultikey(collection: Collection, index: CompiledIndex): void;
}
