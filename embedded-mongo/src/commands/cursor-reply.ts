import type { Raw } from '../bson/encode.js';
import { nextBatch, type Output } from '../cursors/cursors.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Call, Reply } from './command.js';

export const DEFAULT_BATCH = 101;

const cursorReply = (id: bigint, namespace: string, name: 'firstBatch' | 'nextBatch', batch: Raw[]): Reply => ({
  cursor: { [name]: batch, id, ns: namespace },
});

/** Answers with the first documents of a source and keeps the rest for getMore. */
export const firstReply = async (
  call: Call,
  namespace: string,
  source: AsyncIterator<Output[]>,
  batchSize: number,
  single = false,
): Promise<Reply> => {
  const { server, pacer, session, transaction, txnNumber } = call;
  const cursor = server.cursors.make(namespace, source, pacer, session, transaction ? txnNumber : undefined);
  const batch = batchSize === 0 && !single ? [] : await nextBatch(cursor, batchSize);
  const finished = cursor.exhausted && cursor.waiting.length === 0;
  if (finished || single) {
    await source.return?.();
    return cursorReply(0n, namespace, 'firstBatch', batch);
  }
  server.cursors.keep(cursor);
  return cursorReply(cursor.id, namespace, 'firstBatch', batch);
};

/** Answers with the next documents of an open cursor. */
export const nextReply = async (call: Call, id: bigint, namespace: string, batchSize: number): Promise<Reply> => {
  const { cursors } = call.server;
  const cursor = cursors.get(id);
  if (cursor.namespace !== namespace)
    throw new MongoError(
      'Unauthorized',
      `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
    );
  if (cursor.session !== undefined && cursor.session !== call.session?.key) {
    throw new MongoError(
      50738,
      `Cannot run getMore on cursor ${id}, which was created in session ${cursor.session}, in session ${call.session?.key ?? 'none'}`,
    );
  }
  if (cursor.txnNumber !== (call.transaction ? call.txnNumber : undefined))
    throw new MongoError(50741, `Cannot run getMore on cursor ${id}, which belongs to another transaction`);
  if (cursor.busy) throw new MongoError('OperationFailed', `cursor id ${id} is in use`);
  cursor.busy = true;
  try {
    const batch = await nextBatch(cursor, batchSize);
    const finished = cursor.exhausted && cursor.waiting.length === 0;
    cursor.busy = false;
    cursor.lastUsed = Date.now();
    if (finished) await cursors.kill(id);
    return cursorReply(finished ? 0n : id, namespace, 'nextBatch', batch);
  } catch (error) {
    cursor.busy = false;
    await cursors.kill(id);
    throw error;
  }
};
