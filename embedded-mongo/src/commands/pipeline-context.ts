import type { MergeChange, MergeWriter, Namespace, PipelineContext, ReadAnswer, ReadRequest } from '../aggregation/pipeline.js';
import { encode } from '../bson/encode.js';
import type { Doc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { foldFor } from '../order/collation.js';
import { selectBatches } from '../query/batches.js';
import { prepare, selectNow } from '../query/select.js';
import type { Collection } from '../storage/catalog.js';
import { insertDocument, replaceDocument } from '../storage/documents.js';
import type { WriteView } from '../storage/view.js';
import type { Call } from './command.js';

/** Asks a collection for what a pipeline wants of it. */
export const read = (call: Call, collection: Collection | undefined, request: ReadRequest, hint?: Doc | string): ReadAnswer => {
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
    const bytes = encode(now);
    if (!bytes.equals(stored.bytes)) replaceDocument(view, collection, stored.record, stored.doc, { doc: now, bytes });
  } else insertDocument(view, collection ?? view.createCollection(target.db, target.collection, {}), now, encode(now));
};

const mergeWriter = (call: Call): MergeWriter => ({
  isUnique: (target, fields) => {
    const indexes = call.find(target.db, target.collection)?.indexes;
    const fits = (names: string[]): boolean => names.length === fields.length && names.every((name) => fields.includes(name));
    return indexes ? indexes.some((index) => index.unique && !index.partial && fits(index.fields.map(({ name }) => name))) : fits(['_id']);
  },
  write: async (target, changes) => {
    // A refused document leaves those before it in place and ends the rest, as on MongoDB.
    const refused = await call.write((view) => {
      for (const change of changes) {
        try {
          mergeOne(view, () => call.find(target.db, target.collection), target, change);
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

/** What the stages of a command's pipeline work under. */
export const pipelineContext = (call: Call, collection: string | undefined): PipelineContext => ({
  db: call.db,
  collection,
  read: (name, request) => read(call, call.collection(name), request),
  hasIndex: (name, path) =>
    call
      .collection(name)
      ?.indexes.some((index) => index.fields[0]?.name === path && !index.partial && !index.sparse && !index.spec.hidden) ?? false,
  merge: call.view === call.server.store.committed ? mergeWriter(call) : undefined,
  now: new Date(),
  variables: call.match.variables,
  strings: call.match.strings,
  fold: call.collation ? foldFor(call.collation) : undefined,
  breathe: () => call.pacer.breathe(),
});
