import type { Doc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { prepare, selectNow } from '../query/select.js';
import { removeDocument } from '../storage/documents.js';
import type { WriteView } from '../storage/view.js';
import { checkFields, optionalFlag, optionalNumber, requiredDoc, statements, target } from './arguments.js';
import type { Call, Command } from './command.js';
import { STATEMENTS_PER_COMMIT } from './insert.js';
import { statementContext } from './statement.js';
import { WriteResults } from './write-results.js';

/** One statement in its form; what it asks for is checked when it is its turn. */
interface DeleteStatement {
  sent: Doc;
  query: Doc;
  /** 1: the first hit alone; 0: all. */
  limit: number;
}

const parseStatement = (sent: Doc): DeleteStatement => {
  checkFields(sent, ['q', 'limit', 'collation', 'hint', 'sampleId'], 'delete.deletes');
  const query = requiredDoc(sent, 'q', 'delete.deletes');
  const limit = optionalNumber(sent, 'limit', 'delete.deletes');
  if (limit === undefined) throw new MongoError(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
  if (limit !== 0 && limit !== 1) throw new MongoError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  return { sent, query, limit };
};

const runStatement = (call: Call, view: WriteView, name: string, { sent, query, limit }: DeleteStatement): number => {
  if (limit === 0 && call.txnNumber !== undefined && !call.transaction)
    throw new MongoError('InvalidOptions', 'Cannot use retryable writes with limit=0');
  const { collation, match } = statementContext(sent, call.body.let);
  const collection = call.collection(name);
  if (!collection) return 0;
  const prepared = prepare(collection, {
    query,
    collation,
    hint: sent.hint,
    match,
    limit: limit === 1 ? 1 : Number.POSITIVE_INFINITY,
  });
  const hits = [...selectNow(view, collection, prepared)];
  for (const { record, doc } of hits) removeDocument(view, collection, record, doc);
  return hits.length;
};

export const del: Command = {
  fields: ['delete', 'deletes', 'ordered', 'let', 'stmtId', 'stmtIds'],
  transactional: true,
  retryable: true,
  async run(call) {
    const name = target(call);
    // A statement that is malformed refuses the command as a whole, before any other was run.
    const parsed = statements(call, 'deletes').map(({ doc }) => parseStatement(doc));
    const ordered = optionalFlag(call.body, 'ordered', 'delete', true);
    const results = new WriteResults(call, false);
    let at = 0;
    const some = (view: WriteView): void => {
      const end = Math.min(parsed.length, at + STATEMENTS_PER_COMMIT);
      for (; at < end; at++) {
        if (results.alreadyDone(at)) continue;
        try {
          results.done(at, { n: runStatement(call, view, name, parsed[at] as DeleteStatement) });
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
