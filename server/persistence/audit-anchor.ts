import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AuditEntries, AuditHead, AuditLink } from './audit-entries.js';

/** What the anchor says and what the log holds do not go together, or the file cannot be read as an anchor. */
export class AnchorBroken extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AnchorBroken';
  }
}

/** The head of the audit log in a file outside of the database, so that a log that was cut short, or written anew, does not go unnoticed. */
export interface AuditAnchor {
  readonly file: string;
  /** Null: there is no file. Throws AnchorBroken. */
  read(): Promise<AuditHead | null>;
  /**
   * Writes a newer head down once a transaction was kept. Of several at once the newest is written for all.
   * Throws AnchorBroken when the log does not go on from what is anchored; the file is then left as it is.
   */
  advance(link: AuditLink, log: Pick<AuditEntries, 'hashAt'>): Promise<void>;
  /** Writes a head down whatever the file says: after a restored backup, by an operator who says why. */
  begin(head: AuditHead): Promise<void>;
}

const parsed = (file: string, text: string): AuditHead => {
  const [, seq, hash] = /^(\d{1,15}) ([0-9a-f]{64})\n$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new AnchorBroken(`${file} is not an anchor of the audit log`);
  return { seq: Number(seq), hash };
};

const readAnchor = async (file: string): Promise<AuditHead | null> => {
  try {
    return parsed(file, await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const synced = async (path: string, flags: string, text: string | null): Promise<void> => {
  const handle = await open(path, flags, 0o600);
  try {
    if (text !== null) await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** The whole file or nothing of it, on the disk before this resolves. */
const replaceFile = async (file: string, { seq, hash }: AuditHead): Promise<void> => {
  const draft = `${file}.${process.pid}.draft`;
  await synced(draft, 'w', `${seq} ${hash}\n`);
  await rename(draft, file);
  await synced(dirname(file), 'r', null);
};

/** A process that died while it held the lock held it for milliseconds only. */
const staleMs = 5_000;

/** Several processes write one anchor: one at a time, so that an older head never replaces a newer one. */
const locked = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  const lock = `${file}.lock`;
  for (;;) {
    try {
      await (await open(lock, 'wx', 0o600)).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > staleMs) await rm(lock, { force: true });
      else await pause(5);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
};

/**
 * The anchor in a file; its folder is made when it is missing.
 * @param isFresh whether the log was empty when the store was opened: only then may the first head be written down without one before it
 */
export const openAnchor = async (file: string, isFresh: boolean): Promise<AuditAnchor> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  /** What this process knows to be anchored, also when somebody removes the file. */
  let known: AuditHead | null = null;
  let newest: AuditLink | null = null;
  let writing: Promise<void> = Promise.resolve();

  const write = (link: AuditLink, log: Pick<AuditEntries, 'hashAt'>): Promise<void> =>
    locked(file, async () => {
      const base = (await readAnchor(file)) ?? known;
      if (base === null && !isFresh) throw new AnchorBroken(`${file} is missing, though the audit log has entries`);
      if (base !== null) {
        const goesOn = base.seq === link.seq - 1 ? base.hash === link.prev : (await log.hashAt(base.seq)) === base.hash;
        if (!goesOn) throw new AnchorBroken(`The audit log does not go on from entry ${base.seq}, which is anchored in ${file}`);
        if (base.seq >= link.seq) return;
      }
      await replaceFile(file, link);
      known = link;
    });

  return {
    file,
    read: () => readAnchor(file),
    advance: (link, log) => {
      if (newest === null || link.seq > newest.seq) newest = link;
      const before = writing.catch(() => undefined);
      writing = before.then(async () => {
        const mine = newest;
        if (mine === null) return;
        newest = null;
        await write(mine, log);
      });
      return writing;
    },
    begin: (head) =>
      locked(file, async () => {
        await replaceFile(file, head);
        known = head;
      }),
  };
};
