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
import { ensureCollection } from './insert.js';
import { changeAll, runStatements } from './run-statements.js';
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

/** A statement made ready to run. */
const compile = (call: Call, { sent, query, multi, arrayFilters }: UpdateStatement) => {
  if (multi && call.txnNumber !== undefined && !call.transaction)
    throw new MongoError('InvalidOptions', 'Cannot use retryable writes with multi=true');
  const { collation, match } = statementContext(sent, call.body.let);
  const update = compileUpdate({ query, update: sent.u, arrayFilters, constants: sent.c, multi }, match, compileUpdatePipeline);
  const limit = multi ? Number.POSITIVE_INFINITY : 1;
  return { update, selection: { query, collation, hint: sent.hint, match, limit } };
};

const updateNow = (call: Call, view: WriteView, name: string, statement: UpdateStatement): StatementResult => {
  const { update, selection } = compile(call, statement);
  const collection = statement.upsert ? ensureCollection(call, view, name) : call.collection(name);
  if (!collection) return { n: 0, nModified: 0 };
  // All hits are collected first: a changed document must not be met again.
  const hits = [...selectNow(view, collection, prepare(collection, selection))];
  let nModified = 0;
  for (const hit of hits) if (applyUpdate(view, collection, hit, update).modified) nModified++;
  if (hits.length > 0 || !statement.upsert) return { n: hits.length, nModified };
  const doc = update.insert();
  insertDocument(view, collection, doc, encode(doc));
  return { n: 1, nModified: 0, upserted: doc._id };
};

const updateInParts = async (call: Call, name: string, statement: UpdateStatement): Promise<StatementResult> => {
  const { update, selection } = compile(call, statement);
  const collection = call.collection(name);
  let n = 0;
  let nModified = 0;
  if (collection) {
    await changeAll(call, collection, prepare(collection, selection), (view, current, hit) => {
      n++;
      if (applyUpdate(view, current, hit, update).modified) nModified++;
    });
  }
  if (n > 0 || !statement.upsert) return { n, nModified };
  return call.write((view) => updateNow(call, view, name, statement));
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
    await runStatements(call, parsed, ordered, results, {
      inParts: ({ multi }) => multi && !call.transaction,
      now: (view, statement) => updateNow(call, view, name, statement),
      partly: (statement) => updateInParts(call, name, statement),
    });
    return results.reply();
  },
};
