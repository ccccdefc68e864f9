import { encode } from '../bson/encode.js';
import { ObjectId } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { checkDatabase, checkNamespace } from '../storage/collections.js';
import { insertDocument } from '../storage/documents.js';
import type { WriteView } from '../storage/view.js';
import { checkIdType, withIdFirst } from '../update/compile.js';
import { optionalFlag, statements, target } from './arguments.js';
import type { Call, Command, Sent } from './command.js';
import { CHANGES_PER_COMMIT } from './run-statements.js';
import { WriteResults } from './write-results.js';

/** The document as it is stored: checked, and with its _id first. */
const storable = ({ doc, bytes }: Sent): Sent => {
  if (Object.hasOwn(doc, '_id')) checkIdType(doc._id);
  if (Object.keys(doc)[0] === '_id') return { doc, bytes };
  const complete = withIdFirst(doc, Object.hasOwn(doc, '_id') ? doc._id : new ObjectId());
  return { doc: complete, bytes: encode(complete) };
};

/** The collection, made when it is not there yet. */
export const ensureCollection = (call: Call, view: WriteView, name: string) => {
  const existing = call.collection(name);
  return existing ?? view.createCollection(call.db, name, {});
};

const insertSome = (
  call: Call,
  view: WriteView,
  name: string,
  sent: Sent[],
  from: number,
  ordered: boolean,
  results: WriteResults,
): number => {
  const collection = ensureCollection(call, view, name);
  let at = from;
  for (; at < sent.length && at < from + CHANGES_PER_COMMIT; at++) {
    if (results.alreadyDone(at)) continue;
    try {
      const { doc, bytes } = storable(sent[at] as Sent);
      insertDocument(view, collection, doc, bytes);
      results.done(at, { n: 1 });
    } catch (error) {
      results.failed(at, error);
      if (ordered) {
        at = sent.length;
        break;
      }
    }
  }
  results.save();
  return at;
};

export const insert: Command = {
  fields: ['insert', 'documents', 'ordered', 'bypassDocumentValidation', 'stmtId', 'stmtIds'],
  transactional: true,
  retryable: true,
  async run(call) {
    const name = target(call);
    checkDatabase(call.db);
    checkNamespace(call.db, name);
    if (call.db === 'config' || call.db === 'local')
      throw new MongoError('Unauthorized', `writes to the database '${call.db}' are not supported`);
    const sent = statements(call, 'documents');
    const ordered = optionalFlag(call.body, 'ordered', 'insert', true);
    const results = new WriteResults(call, false);
    let at = 0;
    while (at < sent.length) at = await call.write((view) => insertSome(call, view, name, sent, at, ordered, results));
    return results.reply();
  },
};
