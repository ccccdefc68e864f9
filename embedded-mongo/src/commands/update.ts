import { compileUpdatePipeline } from '../aggregation/update-pipeline.js';
import { encode } from '../bson/encode.js';
import type { Doc, Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { prepare, type Selected, selectNow } from '../query/select.js';
import type { Collection } from '../storage/catalog.js';
import { insertDocument, replaceDocument } from '../storage/documents.js';
import type { WriteView } from '../storage/view.js';
import { compileUpdate, type Update } from '../update/compile.js';
import { checkFields, optionalArray, optionalFlag, requiredDoc, statements, target } from './arguments.js';
import type { Call, Command } from './command.js';
import { ensureCollection, STATEMENTS_PER_COMMIT } from './insert.js';
import { statementContext } from './statement.js';
import { type StatementResult, WriteResults } from './write-results.js';

const statementFields = ['q', 'u', 'c', 'upsert', 'multi', 'collation', 'arrayFilters', 'hint', 'sampleId', 'upsertSupplied'];

/** Stores the next version of a document unless it is the same; true when it was changed. */
export const applyUpdate = (
  view: WriteView,
  collection: Collection,
  { record, bytes, doc }: Selected,
  update: Update,
): { now: Doc; modified: boolean } => {
  const now = update.apply(doc);
  const encoded = encode(now);
  if (encoded.equals(bytes)) return { now: doc, modified: false };
  replaceDocument(view, collection, record, doc, { doc: now, bytes: encoded });
  return { now, modified: true };
};

/** One statement in its form; what it asks for is checked when it is its turn. */
interface UpdateStatement {
  sent: Doc;
  query: Doc;
  multi: boolean;
  upsert: boolean;
  arrayFilters: Value[] | undefined;
}

const parseStatement = (sent: Doc): UpdateStatement => {
  checkFields(sent, statementFields, 'update.updates');
  const query = requiredDoc(sent, 'q', 'update.updates');
  if (!Object.hasOwn(sent, 'u')) throw new MongoError(40414, "BSON field 'update.updates.u' is missing but a required field");
  return {
    sent,
    query,
    multi: optionalFlag(sent, 'multi', 'update.updates'),
    upsert: optionalFlag(sent, 'upsert', 'update.updates'),
    arrayFilters: optionalArray(sent, 'arrayFilters', 'update.updates'),
  };
};

const runStatement = (call: Call, view: WriteView, name: string, statement: UpdateStatement): StatementResult => {
  const { sent, query, multi, upsert, arrayFilters } = statement;
  if (multi && call.txnNumber !== undefined && !call.transaction)
    throw new MongoError('InvalidOptions', 'Cannot use retryable writes with multi=true');
  const { collation, match } = statementContext(sent, call.body.let);
  const update = compileUpdate({ query, update: sent.u, arrayFilters, constants: sent.c, multi }, match, compileUpdatePipeline);
  const collection = upsert ? ensureCollection(call, view, name) : call.collection(name);
  if (!collection) return { n: 0, nModified: 0 };
  const prepared = prepare(collection, {
    query,
    collation,
    hint: sent.hint,
    match,
    limit: multi ? Number.POSITIVE_INFINITY : 1,
  });
  // All hits are collected first: a changed document must not be met again.
  const hits = [...selectNow(view, collection, prepared)];
  let nModified = 0;
  for (const hit of hits) if (applyUpdate(view, collection, hit, update).modified) nModified++;
  if (hits.length > 0 || !upsert) return { n: hits.length, nModified };
  const doc = update.insert();
  insertDocument(view, collection, doc, encode(doc));
  return { n: 1, nModified: 0, upserted: doc._id };
};

export const update: Command = {
  fields: ['update', 'updates', 'ordered', 'bypassDocumentValidation', 'let', 'stmtId', 'stmtIds'],
  transactional: true,
  retryable: true,
  async run(call) {
    const name = target(call);
    // A statement that is malformed refuses the command as a whole, before any other was run.
    const parsed = statements(call, 'updates').map(({ doc }) => parseStatement(doc));
    const ordered = optionalFlag(call.body, 'ordered', 'update', true);
    const results = new WriteResults(call, true);
    let at = 0;
    const some = (view: WriteView): void => {
      const end = Math.min(parsed.length, at + STATEMENTS_PER_COMMIT);
      for (; at < end; at++) {
        if (results.alreadyDone(at)) continue;
        try {
          results.done(at, runStatement(call, view, name, parsed[at] as UpdateStatement));
        } catch (error) {
          results.failed(at, error);
          if (ordered) at = parsed.length;
        }
      }
      results.save();
    };
    while (at < parsed.length) await call.write(some);
    return results.reply();
  },
};
