import { mongo } from 'mongoose';
import { AlreadyThere, StoreUnavailable } from './store.js';

const duplicateKey = 11_000;
/** Not primary any more, shutting down, stepping down, interrupted, write concern failed, out of time, no space: later it may work. */
const passing = new Set([50, 64, 89, 91, 189, 262, 10_107, 11_600, 11_602, 13_435, 13_436, 14_031]);
const labels = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError'];

const isPassing = (error: unknown): boolean => {
  if (error instanceof mongo.MongoNetworkError || error instanceof mongo.MongoServerSelectionError) return true;
  if (error instanceof mongo.MongoNotConnectedError || error instanceof mongo.MongoTopologyClosedError) return true;
  if (error instanceof mongo.MongoOperationTimeoutError) return true;
  if (!(error instanceof mongo.MongoError)) return error instanceof Error && error.name === 'MongooseServerSelectionError';
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
