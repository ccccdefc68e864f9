import type { Doc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { prepare, selectNow } from '../query/select.js';
import { removeDocument } from '../storage/documents.js';
import type { WriteView } from '../storage/view.js';
import { checkFields, optionalFlag, optionalNumber, requiredDoc, statements, target } from './arguments.js';
import type { Call, Command } from './command.js';
import { changeAll, runStatements } from './run-statements.js';
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

/** What a statement selects in its collection; undefined where there is no collection. */
const selectionOf = (call: Call, name: string, { sent, query, limit }: DeleteStatement) => {
  if (limit === 0 && call.txnNumber !== undefined && !call.transaction)
    throw new MongoError('InvalidOptions', 'Cannot use retryable writes with limit=0');
  const { collation, match } = statementContext(sent, call.body.let);
  const collection = call.collection(name);
  if (!collection) return undefined;
  const most = limit === 1 ? 1 : Number.POSITIVE_INFINITY;
  return { collection, prepared: prepare(collection, { query, collation, hint: sent.hint, match, limit: most }) };
};

const deleteNow = (call: Call, view: WriteView, name: string, statement: DeleteStatement): number => {
  const selection = selectionOf(call, name, statement);
  if (!selection) return 0;
  const { collection, prepared } = selection;
  const hits = [...selectNow(view, collection, prepared)];
  for (const { record, doc } of hits) removeDocument(view, collection, record, doc);
  return hits.length;
};

const deleteInParts = async (call: Call, name: string, statement: DeleteStatement): Promise<number> => {
  const selection = selectionOf(call, name, statement);
  if (!selection) return 0;
  let n = 0;
  await changeAll(call, selection.collection, selection.prepared, (view, collection, { record, doc }) => {
    removeDocument(view, collection, record, doc);
    n++;
  });
  return n;
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
    await runStatements(call, parsed, ordered, results, {
      inParts: ({ limit }) => limit === 0 && !call.transaction,
      now: (view, statement) => ({ n: deleteNow(call, view, name, statement) }),
      partly: async (statement) => ({ n: await deleteInParts(call, name, statement) }),
    });
    return results.reply();
  },
};
