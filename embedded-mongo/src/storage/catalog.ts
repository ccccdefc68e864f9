import { decode } from '../bson/decode.js';
import { encode } from '../bson/encode.js';
import type { Binary, Doc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { CompiledIndex, IndexSpec } from '../indexes/spec.js';
import { compileIndex } from '../indexes/spec.js';
import { ownedRange, type RecordId, recordOfDocumentKey } from './keys.js';
import type { Store } from './store.js';

/** A collection as commands see it. */
export interface Collection {
  db: string;
  name: string;
  id: number;
  uuid: Binary;
  /** Options given to `create`, as listCollections prints them. */
  options: Doc;
  indexes: CompiledIndex[];
  /** The record number of the next insert. */
  nextRecord: RecordId;
  /** Number of documents. */
  count: number;
  /** Catalog version at which its indexes last changed. */
  changedAt: number;
}

const PREFIX = 'collection:';
const NEXT_ID = 'next-id';

/** All collections and indexes: held in memory, written with the change that makes them. */
export class Catalog {
  private collections = new Map<string, Collection>();
  private nextId = 1;
  /** Grows with every change of a collection's indexes and with every drop. */
  version = 0;
  /** The version at which a collection of a name was last dropped or renamed. */
  private readonly goneAt = new Map<string, number>();

  constructor(private readonly store: Store) {
    this.load();
  }

  /** Reads the catalog from the file; counts are taken from the documents themselves. */
  load(): void {
    this.collections = new Map();
    this.version++;
    this.nextId = Number(this.store.metaGet(NEXT_ID)?.toString() ?? '1');
    for (const { key, value } of this.store.metaRange(PREFIX)) {
      const stored = decode(value);
      const id = stored.id as number;
      const last = this.store.committed.range('documents', ownedRange(id), true, 1)[0];
      const collection: Collection = {
        db: stored.db as string,
        name: stored.name as string,
        id,
        uuid: stored.uuid as Binary,
        options: stored.options as Doc,
        indexes: (stored.indexes as unknown as IndexSpec[]).map(compileIndex),
        nextRecord: last ? recordOfDocumentKey(last.key) + 1 : 1,
        count: Number(this.store.metaGet(`count:${id}`)?.toString() ?? '0'),
        changedAt: this.version,
      };
      this.collections.set(key.slice(PREFIX.length), collection);
    }
  }

  find(db: string, name: string): Collection | undefined {
    return this.collections.get(`${db}.${name}`);
  }

  /** A collection for a reader of the state at a version of the catalog; refuses where its entries there are not those of now. */
  findAsOf(version: number, db: string, name: string): Collection | undefined {
    const found = this.find(db, name);
    if ((found?.changedAt ?? 0) > version || (this.goneAt.get(`${db}.${name}`) ?? 0) > version) {
      throw new MongoError(
        'SnapshotUnavailable',
        'Unable to read from a snapshot due to pending collection catalog changes; please retry the operation.',
        {},
        ['TransientTransactionError'],
      );
    }
    return found;
  }

  list(db?: string): Collection[] {
    const all = [...this.collections.values()];
    return db === undefined ? all : all.filter((collection) => collection.db === db);
  }

  databases(): string[] {
    return [...new Set(this.list().map((collection) => collection.db))].sort();
  }

  /** A number that no collection or index has had before. Stored with the next `save`. */
  newId(): number {
    return this.nextId++;
  }

  /** Books that a collection's indexes change now. */
  touch(collection: Collection): void {
    collection.changedAt = ++this.version;
  }

  /** Inside a commit: writes a collection's entry, new or changed. */
  save(collection: Collection): void {
    const stored = {
      db: collection.db,
      name: collection.name,
      id: collection.id,
      uuid: collection.uuid,
      options: collection.options,
      indexes: collection.indexes.map((index) => index.spec as unknown as Doc),
    };
    this.store.metaPut(`${PREFIX}${collection.db}.${collection.name}`, encode(stored));
    this.store.metaPut(NEXT_ID, Buffer.from(String(this.nextId)));
    this.collections.set(`${collection.db}.${collection.name}`, collection);
  }

  /** Inside a commit: keeps the number of documents beside the change that made it. */
  saveCount(collection: Collection): void {
    this.store.metaPut(`count:${collection.id}`, Buffer.from(String(collection.count)));
  }

  /** Inside a commit: forgets a collection's entry; its documents are the caller's to remove. */
  forget(collection: Collection): void {
    this.store.metaPut(`${PREFIX}${collection.db}.${collection.name}`, undefined);
    this.store.metaPut(`count:${collection.id}`, undefined);
    this.collections.delete(`${collection.db}.${collection.name}`);
    this.goneAt.set(`${collection.db}.${collection.name}`, ++this.version);
  }
}
