import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Who serves a folder, as the lock file says it. */
export interface LockHolder {
  pid: number;
  /** When the process began, in the words of the system: another process with the same number began at another time. */
  began: string;
  token: string;
  /** Address for drivers; absent until the server listens. */
  uri?: string;
  /** Where attachments connect: a socket's path, or a port. */
  listen?: string | number;
}

const NAME = 'server.lock';
const TAKEOVER_SECONDS = 10;

const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Start time of a process: field 22 of /proc/<pid>/stat on Linux; elsewhere nothing tells numbers apart. */
const beginning = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
};

const isAlive = (holder: LockHolder): boolean => {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
    if (errorCode(error) !== 'EPERM') throw error;
  }
  return beginning(holder.pid) === holder.began;
};

/** The lock of a folder, alive or stale; undefined when there is none. */
const read = (folder: string): LockHolder | undefined => {
  try {
    return JSON.parse(readFileSync(join(folder, NAME), 'utf8')) as LockHolder;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    // A file that is cut off was written by nobody who lives: files are put in place whole.
    if (error instanceof SyntaxError) return { pid: 0, began: '', token: '' };
    throw error;
  }
};

/** The live server of a folder, if there is one. */
export const liveHolder = (folder: string): LockHolder | undefined => {
  const holder = read(folder);
  return holder && holder.pid > 0 && isAlive(holder) ? holder : undefined;
};

/** Puts a lock in place whole, unless there is one. */
const place = (folder: string, holder: LockHolder): boolean => {
  const draft = join(folder, `${NAME}.${holder.token}`);
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, join(folder, NAME));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Removes a stale lock; only one process at a time does so. */
const removeStale = async (folder: string): Promise<void> => {
  const guard = join(folder, `${NAME}.takeover`);
  try {
    mkdirSync(guard);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    // Whoever held the guard died with it.
    if (age > TAKEOVER_SECONDS * 1000) rmdirSync(guard);
    await wait(50);
    return;
  }
  try {
    if (!liveHolder(folder)) rmSync(join(folder, NAME), { force: true });
  } finally {
    rmdirSync(guard);
  }
};

/** The right to serve a folder. */
export class Lock {
  private constructor(
    private readonly folder: string,
    private holder: LockHolder,
  ) {}

  /** Takes the lock, or says who has it. A lock whose process is gone is taken over. */
  static async take(folder: string): Promise<Lock | LockHolder> {
    const holder: LockHolder = { pid: process.pid, began: beginning(process.pid), token: randomBytes(8).toString('hex') };
    for (;;) {
      if (place(folder, holder)) return new Lock(folder, holder);
      const live = liveHolder(folder);
      if (live) return live;
      await removeStale(folder);
    }
  }

  /** True while the lock is still this process's own. */
  get held(): boolean {
    return read(this.folder)?.token === this.holder.token;
  }

  /** Says where the server listens, once it does. */
  announce(uri: string, listen: string | number): void {
    if (!this.held) throw new Error(`the lock of ${this.folder} was taken over`);
    this.holder = { ...this.holder, uri, listen };
    const draft = join(this.folder, `${NAME}.${this.holder.token}`);
    writeFileSync(draft, JSON.stringify(this.holder), { mode: 0o600 });
    renameSync(draft, join(this.folder, NAME));
  }

  release(): void {
    if (this.held) rmSync(join(this.folder, NAME), { force: true });
  }
}
