import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Attachment } from './attachment.js';
import { type LockHolder, liveHolder } from './lock.js';

export interface StartOptions {
  /** Folder of the data; made when it is not there. */
  dataDir: string;
  /** Limit of the store's JavaScript heap. */
  heapMegabytes?: number;
  /** Is given the store's log, line by line. */
  log?: (line: string) => void;
}

export interface EmbeddedStore {
  /** Address for MongoClient.connect and mongoose.connect. */
  uri: string;
  /** Lets go of the store; it stops in order when no other process is attached. */
  stop(): Promise<void>;
  /** Resolves when the store is gone or has let go of this process: after `stop`, or because it ended. */
  exited: Promise<void>;
}

const READY_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 30_000;
const main = fileURLToPath(new URL('./main.js', import.meta.url));

interface Child {
  process: ChildProcess;
  exited: Promise<void>;
}

/**
 * Starts the store's process. It is the head of a process group of its own, so that Ctrl+C in a terminal reaches this process
 * alone, which then stops the store when it is done with it.
 */
const launch = (options: StartOptions): Child => {
  const { heapMegabytes, log } = options;
  const heap = heapMegabytes === undefined ? [] : [`--max-old-space-size=${heapMegabytes}`];
  const child = spawn(process.execPath, [...heap, '--enable-source-maps', main, resolve(options.dataDir)], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = createInterface({ input: child.stderr });
  lines.on('line', (line) => log?.(line));
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
  });
  child.unref();
  (child.stderr as unknown as { unref(): void }).unref();
  return { process: child, exited };
};

const tryAttach = async (holder: LockHolder): Promise<Attachment | undefined> => {
  if (holder.listen === undefined) return undefined;
  try {
    return await Attachment.open(holder.listen);
  } catch (error) {
    // It stopped, or is not listening yet: the lock file is read again.
    if (error instanceof Error) return undefined;
    throw error;
  }
};

/** Starts the store of a folder, or attaches to the one that serves it already. */
export const start = async (options: StartOptions): Promise<EmbeddedStore> => {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const deadline = Date.now() + READY_TIMEOUT_MS;
  let child: Child | undefined;
  while (Date.now() < deadline) {
    const holder = liveHolder(dataDir);
    const attachment = holder && (await tryAttach(holder));
    if (holder?.uri !== undefined && attachment) {
      const own = child?.process.pid === holder.pid ? child : undefined;
      return { uri: holder.uri, stop: stopper(dataDir, holder, attachment, own), exited: attachment.closed };
    }
    if (!holder && (!child || child.process.exitCode !== null || child.process.signalCode !== null)) {
      if (child?.process.exitCode)
        throw new Error(`the store's process ended with code ${child.process.exitCode} before it was ready; its log says why`);
      child = launch(options);
    }
    await wait(15);
  }
  throw new Error(`the store of ${dataDir} was not ready within ${READY_TIMEOUT_MS / 1000} s`);
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
    if (child) {
      child.process.ref();
      await child.exited;
    }
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
};
