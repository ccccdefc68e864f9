import { setTimeout as pause } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { LineRenewed } from './line.js';
import { AlreadyThere, StoreUnavailable } from './store.js';

const duplicateKey = 11_000;
/** Not primary any more, shutting down, stepping down, interrupted, write concern failed, out of time, no space: later it may work. */
const passing = new Set([50, 64, 89, 91, 189, 262, 10_107, 11_600, 11_602, 13_435, 13_436, 14_031]);
const labels = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError'];

/** What the system says of a line that broke; the driver lets some of these through as they are. */
const brokenLine = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'ETIMEDOUT', 'ENOENT']);

const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof mongo.MongoNetworkError || error instanceof mongo.MongoServerSelectionError) return true;
  if (error instanceof mongo.MongoNotConnectedError || error instanceof mongo.MongoTopologyClosedError) return true;
  if (error instanceof mongo.MongoOperationTimeoutError || error instanceof mongo.MongoClientClosedError) return true;
  if (error instanceof LineRenewed) return true;
  if (!(error instanceof mongo.MongoError)) {
    const { name, code, syscall } = error as NodeJS.ErrnoException;
    return name === 'MongooseServerSelectionError' || (syscall !== undefined && brokenLine.has(code ?? ''));
  }
  if (error.name === 'MongoWaitQueueTimeoutError') return true;
  return (typeof error.code === 'number' && passing.has(error.code)) || labels.some((label) => error.hasErrorLabel(label));
};

/** Runs work against a collection and turns the driver's errors into the two the product knows; others are bugs and stay as they are. */
export const translated = async <R>(collection: string, work: () => Promise<R>): Promise<R> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === duplicateKey) throw new AlreadyThere(collection, error);
    if (isPassing(error)) throw new StoreUnavailable(error);
    throw error;
  }
};

/** How long a request waits for a store that is away, so that its page can still say so. */
export const patienceMs = 5_000;

/**
 * The same for work that may be done twice: it is tried again while the store is away, until patience runs out. A store that dies is
 * back within a second, and nobody notices.
 */
export const patiently = async <R>(collection: string, work: () => Promise<R>): Promise<R> => {
  const deadline = performance.now() + patienceMs;
  for (let wait = 20; ; wait = Math.min(2 * wait, 400)) {
    try {
      return await translated(collection, work);
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || performance.now() + wait > deadline) throw error;
      await pause(wait);
    }
  }
};
