import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { MongoError } from '../errors/mongo-error.js';
import { asDiskSpaceError } from './disk-space.js';
import { Snapshot } from './snapshot.js';
import { checkStoreFile, STORE_FILE } from './store-file.js';
import type { Entry, KeyRange, ReadView, Table } from './view.js';

type Bytes = Database<Buffer, Buffer>;

interface Job {
  run: () => void;
  settle: () => void;
  reject: (error: unknown) => void;
}

const options = { encoding: 'binary', keyEncoding: 'binary' } as const;

/**
 * The file on disk. Writers queue; all that wait are run in one LMDB transaction, whose commit returns after its fdatasync,
 * and only then is any of them answered. So concurrent writers share a disk flush and none is acknowledged early.
 */
export class Store {
  private readonly root: RootDatabase<Buffer, Buffer>;
  private readonly tables: Record<Table, Bytes>;
  private readonly meta: Bytes;
  private queue: Job[] = [];
  private scheduled = false;
  private writing = false;
  private readonly snapshots = new Set<Snapshot>();
  /** Called after a failed commit: what is cached of the file must be read again. */
  onFailure: () => void = () => undefined;

  /** Throws DamagedStore, and the system's error for files that cannot be opened. */
  constructor(readonly folder: string) {
    checkStoreFile(folder);
    this.root = open<Buffer, Buffer>(join(folder, STORE_FILE), { ...options, maxDbs: 8, overlappingSync: false, noMemInit: true });
    this.tables = {
      documents: this.root.openDB<Buffer, Buffer>('documents', { ...options, compression: true }),
      entries: this.root.openDB<Buffer, Buffer>('entries', options),
    };
    this.meta = this.root.openDB<Buffer, Buffer>('meta', options);
  }

  /** Reads what is committed; inside `write`, what the running commit has written so far. */
  readonly committed: ReadView = {
    get: (table, key) => this.tables[table].get(key),
    range: (table, range, reverse, limit) => this.readRange(table, range, reverse, limit),
  };

  /** Only for use inside `write`. */
  put(table: Table, key: Buffer, value: Buffer): void {
    this.checkWriting();
    this.keepForSnapshots(table, key);
    void this.tables[table].put(key, value);
  }

  /** Only for use inside `write`. */
  remove(table: Table, key: Buffer): void {
    this.checkWriting();
    this.keepForSnapshots(table, key);
    void this.tables[table].remove(key);
  }

  private keepForSnapshots(table: Table, key: Buffer): void {
    if (this.snapshots.size === 0) return;
    const value = this.committed.get(table, key);
    for (const snapshot of this.snapshots) snapshot.keep(table, key, value);
  }

  /** Within a commit lmdb writes at once: what it returns is no promise of more. */
  private checkWriting(): void {
    if (!this.writing) throw new Error('a write outside of Store.write');
  }

  private readRange(table: Table, range: KeyRange, reverse: boolean, limit: number): Entry[] {
    const bounds = reverse
      ? { start: range.end, end: range.start, reverse, limit, exclusiveStart: true, inclusiveEnd: true }
      : { start: range.start, end: range.end, limit };
    const entries: Entry[] = [];
    for (const { key, value } of this.tables[table].getRange(bounds)) entries.push({ key, value });
    return entries;
  }

  /** The committed state of this moment, for as long as it is not released. */
  snapshot(): Snapshot {
    const snapshot = new Snapshot(this.committed, (released) => this.snapshots.delete(released));
    this.snapshots.add(snapshot);
    return snapshot;
  }

  metaGet(key: string): Buffer | undefined {
    return this.meta.get(Buffer.from(key));
  }

  /** Entries of the meta table whose key starts with `prefix`. */
  metaRange(prefix: string): { key: string; value: Buffer }[] {
    const entries = this.meta.getRange({ start: Buffer.from(prefix), end: Buffer.from(`${prefix}\u{10ffff}`) });
    return [...entries].map(({ key, value }) => ({ key: key.toString('utf8'), value }));
  }

  /** Only for use inside `write`. */
  metaPut(key: string, value: Buffer | undefined): void {
    this.checkWriting();
    if (value === undefined) void this.meta.remove(Buffer.from(key));
    else void this.meta.put(Buffer.from(key), value);
  }

  /**
   * Runs `change` within the next commit and resolves after it is on disk. A change that refuses with a MongoError must not have
   * written anything: the others of the same commit stand. Any other error undoes the whole commit.
   */
  write<T>(change: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.queue.push({
        run: () => {
          result = change();
        },
        settle: () => resolve(result),
        reject,
      });
      if (!this.scheduled) {
        this.scheduled = true;
        setImmediate(() => this.commit());
      }
    });
  }

  private commit(): void {
    this.scheduled = false;
    const jobs = this.queue;
    this.queue = [];
    const done: Job[] = [];
    try {
      this.writing = true;
      this.root.transactionSync(() => {
        for (const job of jobs) {
          try {
            job.run();
            done.push(job);
          } catch (error) {
            job.reject(asDiskSpaceError(error, this.folder));
            if (!(error instanceof MongoError)) throw error;
          }
        }
      });
      this.writing = false;
      for (const job of done) job.settle();
    } catch (error) {
      this.writing = false;
      this.onFailure();
      const failure = asDiskSpaceError(error, this.folder);
      // Also those behind the one that failed: they have not been run at all.
      for (const job of jobs) job.reject(failure);
    }
  }

  /** A consistent copy of the file, made while serving. */
  async backup(path: string): Promise<void> {
    await this.root.backup(path, true);
  }

  async close(): Promise<void> {
    while (this.queue.length > 0) await new Promise((resolve) => setImmediate(resolve));
    await this.root.close();
  }
}
