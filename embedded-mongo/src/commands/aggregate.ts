import { compilePipeline } from '../aggregation/compile-pipeline.js';
import type { MergeChange, MergeWriter, Namespace, Pipeline, PipelineContext, ReadAnswer, ReadRequest } from '../aggregation/pipeline.js';
import { encode } from '../bson/encode.js';
import { typeName } from '../bson/types.js';
import { type Doc, isDoc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { foldFor } from '../order/collation.js';
import { selectBatches } from '../query/batches.js';
import { prepare, selectNow } from '../query/select.js';
import type { Collection } from '../storage/catalog.js';
import { insertDocument, replaceDocument } from '../storage/documents.js';
import type { WriteView } from '../storage/view.js';
import { optionalCount, optionalDoc } from './arguments.js';
import type { Call, Command } from './command.js';
import { DEFAULT_BATCH, firstReply } from './cursor-reply.js';

const findCollection = (call: Call, { db, collection }: Namespace): Collection | undefined =>
  call.transaction ? call.transaction.find(db, collection) : call.server.catalog.find(db, collection);

const read = (call: Call, collection: Collection | undefined, request: ReadRequest, hint?: Doc | string): ReadAnswer => {
  if (!collection) return { documents: [], sorted: true };
  const sort = request.sort && Object.fromEntries(request.sort.map(({ name, descending }) => [name, descending ? -1 : 1]));
  const prepared = prepare(collection, { query: request.query, sort, collation: call.collation, hint, match: call.match });
  const sorted = request.sort === undefined || prepared.plan.sorted;
  const limit = sorted ? (request.limit ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  return { documents: selectBatches(call.view, collection, prepared, request.paths, limit), sorted };
};

const mergeOne = (view: WriteView, find: () => Collection | undefined, target: Namespace, { query, apply }: MergeChange): void => {
  const collection = find();
  const stored = collection && selectNow(view, collection, prepare(collection, { query, match: {}, limit: 1 })).next().value;
  const now = apply(stored?.doc);
  if (now === undefined) return;
  if (collection && stored) {
    if (!encode(now).equals(stored.bytes)) replaceDocument(view, collection, stored.record, stored.doc, now);
  } else insertDocument(view, collection ?? view.createCollection(target.db, target.collection, {}), now, encode(now));
};

const mergeWriter = (call: Call): MergeWriter => ({
  isUnique: (target, fields) => {
    const indexes = findCollection(call, target)?.indexes;
    const fits = (names: string[]): boolean => names.length === fields.length && names.every((name) => fields.includes(name));
    return indexes ? indexes.some((index) => index.unique && !index.partial && fits(index.fields.map(({ name }) => name))) : fits(['_id']);
  },
  write: async (target, changes) => {
    // A refused document leaves those before it in place and ends the rest, as on MongoDB.
    const refused = await call.write((view) => {
      for (const change of changes) {
        try {
          mergeOne(view, () => findCollection(call, target), target, change);
        } catch (error) {
          if (error instanceof MongoError) return error;
          throw error;
        }
      }
      return undefined;
    });
    if (refused) throw refused;
  },
});

const contextOf = (call: Call, collection: string | undefined): PipelineContext => ({
  db: call.db,
  collection,
  read: (name, request) => read(call, findCollection(call, { db: call.db, collection: name }), request),
  hasIndex: (name, path) =>
    findCollection(call, { db: call.db, collection: name })?.indexes.some(
      (index) => index.fields[0]?.name === path && !index.partial && !index.sparse && !index.spec.hidden,
    ) ?? false,
  merge: call.transaction ? undefined : mergeWriter(call),
  now: new Date(),
  variables: isDoc(call.body.let) ? call.body.let : undefined,
  strings: call.match.strings,
  fold: call.collation ? foldFor(call.collation) : undefined,
  breathe: () => call.pacer.breathe(),
});

async function* results(pipeline: Pipeline, answer: ReadAnswer): AsyncGenerator<Doc[]> {
  for await (const batch of pipeline.run(answer.documents, answer.sorted)) yield [...batch];
}

/** The collection that is read; undefined for `aggregate: 1`. */
const sourceOf = (value: unknown): string | undefined => {
  if (typeof value === 'string' && value !== '') return value;
  if (Number(value) === 1) return undefined;
  throw new MongoError('FailedToParse', "Invalid command format: the 'aggregate' field must specify a collection name or 1");
};

export const aggregate: Command = {
  fields: ['aggregate', 'pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation', 'collation', 'hint', 'let'],
  transactional: true,
  run(call) {
    const { body } = call;
    const source = sourceOf(body.aggregate);
    if (!Array.isArray(body.pipeline))
      throw new MongoError('TypeMismatch', `'pipeline' option must be specified as an array, found ${typeName(body.pipeline)}`);
    if (body.explain === true)
      throw new MongoError('CommandNotSupported', "aggregate with 'explain' is not supported by this server; the explain command is");
    const cursor = optionalDoc(body, 'cursor', 'aggregate');
    if (!cursor) throw new MongoError('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument");
    const batchSize = optionalCount(cursor, 'batchSize', 'aggregate.cursor') ?? DEFAULT_BATCH;
    const pipeline = compilePipeline(body.pipeline, contextOf(call, source));
    const answer =
      source === undefined
        ? { documents: [], sorted: true }
        : read(call, findCollection(call, { db: call.db, collection: source }), pipeline.lead, body.hint as Doc | string | undefined);
    // A pipeline that writes is run to its end at once.
    return firstReply(
      call,
      `${call.db}.${source ?? '$cmd.aggregate'}`,
      results(pipeline, answer),
      pipeline.target ? Math.max(1, batchSize) : batchSize,
    );
  },
};
