import type { Timestamp } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Catalog, Collection } from '../storage/catalog.js';
import type { Snapshot } from '../storage/snapshot.js';
import type { Store } from '../storage/store.js';
import type { Entry, KeyRange, ReadView, Table } from '../storage/view.js';

/** A past state is kept for this long after it was first read … */
const LIFETIME_SECONDS = 60;
/** … and no more of them at a time: each holds what has been overwritten since. */
const MAX_SNAPSHOTS = 100;

const tooOld = (): MongoError =>
  new MongoError(
    'SnapshotTooOld',
    `Read timestamp is older than the oldest available timestamp: a snapshot is kept for ${LIFETIME_SECONDS} seconds`,
  );

/** What reads outside of transactions see of one moment. */
export class SnapshotRead implements ReadView {
  readonly startedAt = Date.now();
  private over = false;

  constructor(
    readonly time: Timestamp,
    private readonly snapshot: Snapshot,
    private readonly catalog: Catalog,
    private readonly catalogVersion = catalog.version,
  ) {}

  get(table: Table, key: Buffer): Buffer | undefined {
    if (this.over) throw tooOld();
    return this.snapshot.get(table, key);
  }

  range(table: Table, range: KeyRange, reverse: boolean, limit: number): Entry[] {
    if (this.over) throw tooOld();
    return this.snapshot.range(table, range, reverse, limit);
  }

  find(db: string, name: string): Collection | undefined {
    return this.catalog.findAsOf(this.catalogVersion, db, name);
  }

  end(): void {
    this.over = true;
    this.snapshot.release();
  }
}

/** The snapshots that clients may read again, by the time each was taken at. */
export class SnapshotReads {
  private readonly open = new Map<bigint, SnapshotRead>();

  constructor(
    private readonly store: Store,
    private readonly catalog: Catalog,
  ) {}

  /** The present, kept as of `time`. */
  take(time: Timestamp): SnapshotRead {
    const [oldest] = this.open.values();
    if (oldest && this.open.size >= MAX_SNAPSHOTS) this.end(oldest);
    const taken = new SnapshotRead(time, this.store.snapshot(), this.catalog);
    this.open.set(time.toBigInt(), taken);
    return taken;
  }

  /** The snapshot that was taken at a time. */
  at(time: Timestamp): SnapshotRead {
    const found = this.open.get(time.toBigInt());
    if (!found) throw tooOld();
    return found;
  }

  sweep(now = Date.now()): void {
    for (const snapshot of this.open.values()) if (now - snapshot.startedAt > LIFETIME_SECONDS * 1000) this.end(snapshot);
  }

  private end(snapshot: SnapshotRead): void {
    snapshot.end();
    this.open.delete(snapshot.time.toBigInt());
  }
}
