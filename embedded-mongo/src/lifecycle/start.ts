import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from '../storage/make-folder.js';
import { Attachment } from './attachment.js';
import { Child } from './child.js';
import { type LockHolder, liveHolder } from './lock.js';

export interface StartOptions {
  /** Folder of the data; made when it is not there. */
  dataDir: string;
  /** Limit of the store's JavaScript heap. */
  heapMegabytes?: number;
  /** Is given the store's log, line by line. */
  log?: (line: string) => void;
  /** Ends a start that is under way: it then throws the signal's reason, and no process is left. */
  signal?: AbortSignal;
}

export interface EmbeddedStore {
  /** Address for MongoClient.connect and mongoose.connect. */
  uri: string;
  /** Lets go of the store; it stops in order when no other process is attached. */
  stop(): Promise<void>;
  /** Resolves when the store is gone or has let go of this process: after `stop`, or because it ended. */
  exited: Promise<void>;
  /** True when another process had started the store. */
  shared: boolean;
}

const READY_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 30_000;
const tryAttach = async (holder: LockHolder, limit: AbortSignal): Promise<Attachment | undefined> => {
  if (holder.listen === undefined) return undefined;
  try {
    return await Attachment.open(holder.listen, limit);
  } catch (error) {
    // It stopped, or is not listening yet: the lock file is read again. What this user may not connect to stays so.
    if (error instanceof Error && (error as NodeJS.ErrnoException).code !== 'EACCES') return undefined;
    throw error;
  }
};

/** The store crashing once may be chance; twice is the file. */
const MAX_CRASHES = 2;

/**
 * Starts the store of a folder, or attaches to the one that serves it already. Throws DamagedStore for a data file that cannot be read,
 * an Error with the system's code (EACCES, EROFS, ENOSPC …) for a folder that cannot be used, and the reason of `signal`.
 */
export const start = async (options: StartOptions): Promise<EmbeddedStore> => {
  const { heapMegabytes, log, signal } = options;
  const dataDir = resolve(options.dataDir);
  makeFolder(dataDir);
  const timeout = AbortSignal.timeout(READY_TIMEOUT_MS);
  const limit = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  let child: Child | undefined;
  let crashes = 0;
  try {
    while (!limit.aborted) {
      const holder = liveHolder(dataDir);
      const attachment = holder && (await tryAttach(holder, limit));
      if (holder?.uri !== undefined && attachment) {
        const own = child?.pid === holder.pid ? child : undefined;
        // A process of our own that came too late would serve the folder again, for nobody, once all have let go of the first.
        if (!own) await child?.end();
        return { uri: holder.uri, stop: stopper(dataDir, holder, attachment, own), exited: attachment.closed, shared: own === undefined };
      }
      if (!holder && (!child || child.isGone)) {
        const failure = await child?.failure();
        crashes += child?.crashed === true ? 1 : 0;
        if (failure !== undefined && (child?.crashed !== true || crashes === MAX_CRASHES)) throw failure;
        child = Child.launch(dataDir, heapMegabytes, log);
      }
      await wait(15);
    }
    signal?.throwIfAborted();
    throw new Error(`the store of ${dataDir} was not ready within ${READY_TIMEOUT_MS / 1000} s`);
  } catch (error) {
    await child?.end();
    throw error;
  }
};

const stopper = (dataDir: string, holder: LockHolder, attachment: Attachment, child: Child | undefined): (() => Promise<void>) => {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const gone = attachment.closed.then(() => true);
    const last = await Promise.race([attachment.release(), gone]);
    if (!last) return;
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (liveHolder(dataDir)?.token === holder.token) {
      if (Date.now() > deadline) throw new Error(`the store of ${dataDir} did not stop within ${STOP_TIMEOUT_MS / 1000} s`);
      await wait(15);
    }
    await child?.gone();
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
};
