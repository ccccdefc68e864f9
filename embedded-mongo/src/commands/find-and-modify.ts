import { compileUpdatePipeline } from '../aggregation/update-pipeline.js';
import { encode } from '../bson/encode.js';
import type { Doc, Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { queryOf } from '../matcher/compile.js';
import { compileProjection, type Project } from '../projection/compile.js';
import { prepare, selectNow } from '../query/select.js';
import { insertDocument, removeDocument } from '../storage/documents.js';
import type { WriteView } from '../storage/view.js';
import { compileUpdate } from '../update/compile.js';
import { optionalArray, optionalDoc, optionalFlag, target } from './arguments.js';
import type { Call, Command } from './command.js';
import { ensureCollection } from './insert.js';
import { applyUpdate } from './update.js';

interface Outcome {
  value: Doc | null;
  lastErrorObject: Doc;
}

const projected = (project: Project | undefined, doc: Doc): Doc => (project ? project(doc) : doc);

const modify = (call: Call, view: WriteView, name: string): Outcome => {
  const { body, match, collation } = call;
  const query = queryOf(body.query, 'query');
  const remove = optionalFlag(body, 'remove', 'findAndModify');
  const upsert = optionalFlag(body, 'upsert', 'findAndModify');
  const returnNew = optionalFlag(body, 'new', 'findAndModify');
  const sort = optionalDoc(body, 'sort', 'findAndModify');
  const given = body.update;
  if (remove && given !== undefined) throw new MongoError('FailedToParse', 'Cannot specify both an update and remove=true');
  if (!remove && given === undefined) throw new MongoError('FailedToParse', 'Either an update or remove=true must be specified');
  if (remove && upsert) throw new MongoError('FailedToParse', 'Cannot specify both upsert=true and remove=true');
  if (remove && returnNew)
    throw new MongoError('FailedToParse', "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
  const fields = optionalDoc(body, 'fields', 'findAndModify');
  const project = fields && Object.keys(fields).length > 0 ? compileProjection(fields, query, match) : undefined;
  const arrayFilters = optionalArray(body, 'arrayFilters', 'findAndModify');
  const update = remove ? undefined : compileUpdate({ query, update: given, arrayFilters, multi: false }, match, compileUpdatePipeline);
  const collection = upsert ? ensureCollection(call, view, name) : call.collection(name);
  const prepared = collection && prepare(collection, { query, sort, collation, hint: body.hint, match, limit: 1 });
  const hit = collection && prepared ? selectNow(view, collection, prepared).next().value : undefined;
  if (collection && hit) {
    if (!update) {
      removeDocument(view, collection, hit.record, hit.doc);
      return { value: projected(project, hit.doc), lastErrorObject: { n: 1 } };
    }
    const { now } = applyUpdate(view, collection, hit, update);
    return { value: projected(project, returnNew ? now : hit.doc), lastErrorObject: { n: 1, updatedExisting: true } };
  }
  if (!update) return { value: null, lastErrorObject: { n: 0 } };
  if (!upsert || !collection) return { value: null, lastErrorObject: { n: 0, updatedExisting: false } };
  const doc = update.insert();
  insertDocument(view, collection, doc, encode(doc));
  return {
    value: returnNew ? projected(project, doc) : null,
    lastErrorObject: { n: 1, updatedExisting: false, upserted: doc._id as Value },
  };
};

export const findAndModify: Command = {
  fields: [
    'findAndModify',
    'findandmodify',
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
    'arrayFilters',
    'hint',
    'collation',
    'let',
    'stmtId',
  ],
  transactional: true,
  retryable: true,
  async run(call) {
    const name = target(call);
    const { session } = call;
    const remembers = session !== undefined && call.txnNumber !== undefined && !call.transaction;
    const stmtId = Number(call.body.stmtId ?? 0);
    const known = remembers ? session.results.get(stmtId) : undefined;
    if (known) return { lastErrorObject: known.lastErrorObject as Doc, value: known.value as Doc | null, retriedStmtId: stmtId };
    const { value, lastErrorObject } = await call.write((view) => {
      const outcome = modify(call, view, name);
      if (remembers) {
        session.results.set(stmtId, { stmtId, value: outcome.value, lastErrorObject: outcome.lastErrorObject });
        call.server.sessions.save(session);
      }
      return outcome;
    });
    return { lastErrorObject, value };
  },
};
