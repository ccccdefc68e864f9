import { encode } from '../bson/encode.js';
import { type Doc, isDoc, ObjectId, type Value } from '../bson/values.js';
import type { Output } from '../cursors/cursors.js';
import { MongoError } from '../errors/mongo-error.js';
import { compileIndex } from '../indexes/spec.js';
import { clearOwned, newCollection } from '../storage/collections.js';
import { insertDocument } from '../storage/documents.js';
import type { WriteView } from '../storage/view.js';
import { withIdFirst } from '../update/compile.js';
import { dropCollection } from './collections.js';
import type { Call } from './command.js';

interface Target {
  db: string;
  name: string;
}

const targetOf = (operand: Value, db: string): Target => {
  if (typeof operand === 'string') return { db, name: operand };
  if (isDoc(operand) && typeof operand.db === 'string' && typeof operand.coll === 'string') {
    const unknown = Object.keys(operand).find((name) => name !== 'db' && name !== 'coll');
    if (unknown !== undefined)
      throw new MongoError('CommandNotSupported', `the option '${unknown}' of $out is not supported by this server`);
    return { db: operand.db, name: operand.coll };
  }
  throw new MongoError(16990, '$out only supports a string or object argument');
};

/** Takes a $out off the end of a pipeline. */
export const splitOut = (call: Call, stages: Value[]): { stages: Value[]; target: Target | undefined } => {
  const at = stages.findIndex((stage) => isDoc(stage) && Object.keys(stage).join() === '$out');
  if (at < 0) return { stages, target: undefined };
  if (at < stages.length - 1) throw new MongoError(40601, '$out can only be the final stage in the pipeline');
  if (call.transaction) throw new MongoError('OperationNotSupportedInTransaction', '$out cannot be used in a transaction');
  const concern = call.body.readConcern;
  if (isDoc(concern) && (concern.level === 'linearizable' || concern.level === 'snapshot'))
    throw new MongoError('InvalidOptions', `$out cannot be used with a '${concern.level}' read concern level`);
  return { stages: stages.slice(0, -1), target: targetOf((stages[at] as Doc).$out, call.db) };
};

/** Inside a commit: a new collection with the documents and the old one's indexes takes the old one's place; a refusal leaves the old one. */
const replaceCollection = (call: Call, view: WriteView, { db, name }: Target, docs: Doc[]): void => {
  const { catalog } = call.server;
  const old = catalog.find(db, name);
  const fresh = newCollection(catalog, db, name, {});
  if (old) fresh.indexes = old.indexes.map(({ spec }) => compileIndex({ ...spec, id: catalog.newId(), multikey: false }));
  try {
    for (const doc of docs) {
      const complete = Object.hasOwn(doc, '_id') ? doc : withIdFirst(doc, new ObjectId());
      insertDocument(view, fresh, complete, encode(complete));
    }
  } catch (error) {
    clearOwned(view, 'documents', fresh.id);
    for (const index of fresh.indexes) clearOwned(view, 'entries', index.id);
    throw error;
  }
  if (old) dropCollection(call.server, view, old);
  catalog.save(fresh);
};

/** $out: the results take the place of everything a collection held, in one commit. */
export async function* writeOut(call: Call, target: Target, results: AsyncIterable<Doc[]>): AsyncGenerator<Output[]> {
  const docs: Doc[] = [];
  for await (const batch of results) docs.push(...batch);
  await call.write((view) => replaceCollection(call, view, target, docs));
  yield* [];
}
