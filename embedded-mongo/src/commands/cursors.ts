import { typeName } from '../bson/types.js';
import type { Value } from '../bson/values.js';
import { isNumeric } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { optionalArray, optionalCount, optionalText, target } from './arguments.js';
import type { Command } from './command.js';
import { nextReply } from './cursor-reply.js';

const cursorId = (value: Value, field: string): bigint => {
  if (typeof value === 'bigint') return value;
  if (isNumeric(value)) return BigInt(Math.trunc(Number(value)));
  throw new MongoError('TypeMismatch', `BSON field '${field}' is the wrong type '${typeName(value)}', expected type 'long'`);
};

export const getMore: Command = {
  fields: ['getMore', 'collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'],
  transactional: true,
  snapshot: true,
  run(call) {
    const id = cursorId(call.body.getMore, 'getMore.getMore');
    const collection = optionalText(call.body, 'collection', 'getMore');
    if (!collection) throw new MongoError('InvalidNamespace', `Collection names cannot be empty`);
    const batchSize = optionalCount(call.body, 'batchSize', 'getMore') || Number.POSITIVE_INFINITY;
    return nextReply(call, id, `${call.db}.${collection}`, batchSize);
  },
};

export const killCursors: Command = {
  fields: ['killCursors', 'cursors'],
  transactional: true,
  async run(call) {
    target(call);
    const ids = (optionalArray(call.body, 'cursors', 'killCursors') ?? []).map((id) => cursorId(id, 'killCursors.cursors'));
    const cursorsKilled: bigint[] = [];
    const cursorsNotFound: bigint[] = [];
    for (const id of ids) ((await call.server.cursors.kill(id)) ? cursorsKilled : cursorsNotFound).push(id);
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
  },
};
