import type { Doc } from '../bson/values.js';
import type { CompiledIndex } from '../indexes/spec.js';
import type { Catalog, Collection } from './catalog.js';
import { newCollection } from './collections.js';
import type { Store } from './store.js';
import type { Entry, KeyRange, Table, WriteView } from './view.js';

/** Writes straight into the running commit. */
export class Commit implements WriteView {
  private readonly counted = new Set<Collection>();
  private readonly changed = new Set<Collection>();

  constructor(
    private readonly store: Store,
    private readonly catalog: Catalog,
  ) {}

  get(table: Table, key: Buffer): Buffer | undefined {
    return this.store.committed.get(table, key);
  }

  range(table: Table, range: KeyRange, reverse: boolean, limit: number): Entry[] {
    return this.store.committed.range(table, range, reverse, limit);
  }

  put(table: Table, key: Buffer, value: Buffer): void {
    this.store.put(table, key, value);
  }

  remove(table: Table, key: Buffer): void {
    this.store.remove(table, key);
  }

  addCount(collection: Collection, change: number): void {
    collection.count += change;
    this.counted.add(collection);
  }

  createCollection(db: string, name: string, options: Doc): Collection {
    const collection = newCollection(this.catalog, db, name, options);
    this.catalog.save(collection);
    return collection;
  }

  markMultikey(collection: Collection, index: CompiledIndex): void {
    if (index.multikeySaved) return;
    index.spec.multikey = true;
    index.multikeySaved = true;
    this.changed.add(collection);
  }

  /** Writes what was booked. */
  finish(): void {
    for (const collection of this.counted) this.catalog.saveCount(collection);
    for (const collection of this.changed) this.catalog.save(collection);
  }
}

/** Runs a change as one part of a commit. */
export const write = <T>(store: Store, catalog: Catalog, change: (commit: Commit) => T): Promise<T> =>
  store.write(() => {
    const commit = new Commit(store, catalog);
    try {
      return change(commit);
    } finally {
      // Also of a refused change: what it made on the way, such as an empty collection, is booked like the rest.
      commit.finish();
    }
  });
