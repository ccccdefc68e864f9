import type { Doc } from '../bson/values.js';
import { MongoError, writeConflict } from '../errors/mongo-error.js';
import type { CompiledIndex } from '../indexes/spec.js';
import type { Catalog, Collection } from '../storage/catalog.js';
import { newCollection } from '../storage/collections.js';
import type { Commit } from '../storage/commit.js';
import { mergeRange, Overlay } from '../storage/overlay.js';
import type { Snapshot } from '../storage/snapshot.js';
import type { Store } from '../storage/store.js';
import type { Entry, KeyRange, Table, WriteView } from '../storage/view.js';

/** MongoDB ends transactions that last longer. */
export const LIFETIME_SECONDS = 60;

const MAX_CHANGES = 500_000;

/** Which transaction has changed which key and is not over yet: the second one to come gives way. */
export type Intents = Map<string, Transaction>;

/**
 * Several writes that become visible together or not at all. Reads see the snapshot taken at the start with the transaction's
 * own changes on top. A key that someone else has changed since the snapshot, or is changing, is a conflict.
 */
export class Transaction implements WriteView {
  readonly startedAt = Date.now();
  private readonly snapshot: Snapshot;
  private readonly overlays: Record<Table, Overlay> = { documents: new Overlay(), entries: new Overlay() };
  private readonly counts = new Map<Collection, number>();
  private readonly multikey = new Map<CompiledIndex, Collection>();
  /** Collections that come into being with the commit. */
  readonly created = new Map<string, Collection>();
  private readonly catalogVersion: number;

  constructor(
    readonly store: Store,
    private readonly catalog: Catalog,
    private readonly intents: Intents,
  ) {
    this.snapshot = store.snapshot();
    this.catalogVersion = catalog.version;
  }

  get(table: Table, key: Buffer): Buffer | undefined {
    const overlay = this.overlays[table];
    return overlay.has(key) ? overlay.get(key) : this.snapshot.get(table, key);
  }

  range(table: Table, range: KeyRange, reverse: boolean, limit: number): Entry[] {
    const read = (part: KeyRange, count: number): Entry[] => this.snapshot.range(table, part, reverse, count);
    return mergeRange(this.overlays[table], read, range, reverse, limit);
  }

  put(table: Table, key: Buffer, value: Buffer): void {
    this.change(table, key, value);
  }

  remove(table: Table, key: Buffer): void {
    this.change(table, key, undefined);
  }

  private change(table: Table, key: Buffer, value: Buffer | undefined): void {
    const overlay = this.overlays[table];
    if (!overlay.has(key)) {
      const name = `${table}:${key.toString('latin1')}`;
      const holder = this.intents.get(name);
      if (holder !== undefined && holder !== this) throw writeConflict();
      if (this.snapshot.hasChanged(table, key)) throw writeConflict();
      if (this.overlays.documents.size + this.overlays.entries.size > MAX_CHANGES) {
        throw new MongoError('TransactionTooLarge', `a transaction may change at most ${MAX_CHANGES} keys`);
      }
      this.intents.set(name, this);
    }
    overlay.set(key, value);
  }

  addCount(collection: Collection, change: number): void {
    this.counts.set(collection, (this.counts.get(collection) ?? 0) + change);
  }

  markMultikey(collection: Collection, index: CompiledIndex): void {
    // Planning with it early only makes plans more careful.
    index.spec.multikey = true;
    this.multikey.set(index, collection);
  }

  /** The collection as this transaction sees it. An index that is newer than the snapshot has no entries there: start again. */
  find(db: string, name: string): Collection | undefined {
    return this.created.get(`${db}.${name}`) ?? this.catalog.findAsOf(this.catalogVersion, db, name);
  }

  createCollection(db: string, name: string, options: Doc): Collection {
    const collection = newCollection(this.catalog, db, name, options);
    collection.changedAt = 0;
    this.created.set(`${db}.${name}`, collection);
    return collection;
  }

  get changed(): boolean {
    return this.overlays.documents.size + this.overlays.entries.size + this.created.size > 0;
  }

  /** Inside a commit: writes everything, or refuses before the first write when someone else was first. */
  apply(commit: Commit): void {
    for (const table of ['documents', 'entries'] as const) {
      for (const [key] of this.overlays[table].entries()) if (this.snapshot.hasChanged(table, key)) throw writeConflict();
    }
    for (const collection of this.created.values()) if (this.catalog.find(collection.db, collection.name)) throw writeConflict();
    for (const collection of this.counts.keys()) {
      const current = this.created.get(`${collection.db}.${collection.name}`) ?? this.catalog.find(collection.db, collection.name);
      if (current?.id !== collection.id || current.changedAt > this.catalogVersion) throw writeConflict();
    }
    for (const collection of this.created.values()) this.catalog.save(collection);
    for (const table of ['documents', 'entries'] as const) {
      for (const [key, value] of this.overlays[table].entries()) {
        if (value === undefined) commit.remove(table, key);
        else commit.put(table, key, value);
      }
    }
    for (const [collection, change] of this.counts) commit.addCount(collection, change);
    for (const [index, collection] of this.multikey) commit.markMultikey(collection, index);
  }

  /** Ends the transaction: lets go of the snapshot and of what it was changing. */
  end(): void {
    this.snapshot.release();
    for (const table of ['documents', 'entries'] as const) {
      for (const [key] of this.overlays[table].entries()) this.intents.delete(`${table}:${key.toString('latin1')}`);
    }
  }
}
