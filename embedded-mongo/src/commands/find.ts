import { Raw } from '../bson/encode.js';
import type { Output } from '../cursors/cursors.js';
import { MongoError } from '../errors/mongo-error.js';
import { queryOf } from '../matcher/compile.js';
import { compileProjection, type Project } from '../projection/compile.js';
import { type Prepared, prepare, select } from '../query/select.js';
import type { Collection } from '../storage/catalog.js';
import { optionalCount, optionalDoc, optionalFlag, target } from './arguments.js';
import type { Call, Command } from './command.js';
import { DEFAULT_BATCH, firstReply } from './cursor-reply.js';

async function* nothing(): AsyncGenerator<Output[]> {}

async function* output(call: Call, collection: Collection, prepared: Prepared, project: Project | undefined): AsyncGenerator<Output[]> {
  for await (const batch of select(call.view, collection, prepared, call.pacer)) {
    yield batch.map(({ bytes, doc }) => (project ? project(doc) : new Raw(bytes)));
  }
}

const refusedFlags = ['tailable', 'awaitData', 'returnKey', 'showRecordId', 'oplogReplay'];

/** Reads the arguments that find and its explanation share. */
export const parseFind = (call: Call) => {
  const { body, match, collation } = call;
  for (const name of refusedFlags) {
    if (optionalFlag(body, name, 'find'))
      throw new MongoError('CommandNotSupported', `the option '${name}' of find is not supported by this server`);
  }
  if (body.min !== undefined || body.max !== undefined)
    throw new MongoError('CommandNotSupported', `the options 'min' and 'max' of find are not supported by this server`);
  const query = queryOf(body.filter, 'filter');
  const sort = optionalDoc(body, 'sort', 'find');
  const fields = optionalDoc(body, 'projection', 'find');
  const skip = optionalCount(body, 'skip', 'find') ?? 0;
  const limit = optionalCount(body, 'limit', 'find') || Number.POSITIVE_INFINITY;
  const batchSize = optionalCount(body, 'batchSize', 'find') ?? DEFAULT_BATCH;
  const singleBatch = optionalFlag(body, 'singleBatch', 'find');
  const project = fields && Object.keys(fields).length > 0 ? compileProjection(fields, query, match) : undefined;
  return { selection: { query, sort, skip, limit, collation, hint: body.hint, match }, project, batchSize, singleBatch };
};

export const find: Command = {
  fields: [
    'find',
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'collation',
    'allowDiskUse',
    'let',
    'noCursorTimeout',
    'allowPartialResults',
    'min',
    'max',
    ...refusedFlags,
  ],
  transactional: true,
  snapshot: true,
  run(call) {
    const name = target(call);
    const { selection, project, batchSize, singleBatch } = parseFind(call);
    const collection = call.collection(name);
    const namespace = `${call.db}.${name}`;
    if (!collection) {
      // The query is checked even where nothing can be found.
      prepare({ indexes: [] } as unknown as Collection, { ...selection, hint: undefined });
      return firstReply(call, namespace, nothing(), batchSize);
    }
    return firstReply(call, namespace, output(call, collection, prepare(collection, selection), project), batchSize, singleBatch);
  },
};
