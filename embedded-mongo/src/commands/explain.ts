import { type Doc, isDoc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import type { Plan } from '../indexes/planner.js';
import { queryOf } from '../matcher/compile.js';
import { type Examined, prepare, type Selection, select } from '../query/select.js';
import { optionalDoc } from './arguments.js';
import type { Call, Command } from './command.js';

const walkStage = (plan: Plan): Doc => {
  const scans = plan.walks.map(({ index, ranges, reverse }) => ({
    stage: 'IXSCAN',
    keyPattern: index.spec.key,
    indexName: index.spec.name,
    isMultiKey: index.spec.multikey,
    isUnique: index.unique,
    isSparse: index.sparse,
    isPartial: index.partial !== undefined,
    direction: reverse ? 'backward' : 'forward',
    ranges: ranges.length,
  }));
  if (scans.length === 0) return { stage: 'COLLSCAN', direction: plan.reverse ? 'backward' : 'forward' };
  const inputStage = scans.length === 1 ? (scans[0] as Doc) : { stage: 'OR', inputStages: scans };
  return { stage: 'FETCH', inputStage };
};

/** The query part of a command that may be explained. */
const selectionOf = (command: Doc, call: Call): { name: string; selection: Selection } => {
  const [verb = ''] = Object.keys(command);
  const { match, collation } = call;
  const name = command[verb];
  if (typeof name !== 'string') throw new MongoError('InvalidNamespace', `explain needs a collection name`);
  const statement = (list: string): Doc => {
    const first = (command[list] as Doc[] | undefined)?.[0];
    return isDoc(first) ? first : {};
  };
  switch (verb) {
    case 'find': {
      const limit = Number(command.limit ?? 0) || Number.POSITIVE_INFINITY;
      return {
        name,
        selection: {
          query: queryOf(command.filter, 'filter'),
          sort: optionalDoc(command, 'sort', 'find'),
          skip: Number(command.skip ?? 0),
          limit,
          hint: command.hint,
          collation,
          match,
        },
      };
    }
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return {
        name,
        selection: {
          query: queryOf(command.query, 'query'),
          sort: optionalDoc(command, 'sort', verb),
          hint: command.hint,
          collation,
          match,
        },
      };
    case 'aggregate': {
      const pipeline = command.pipeline;
      const first = Array.isArray(pipeline) ? pipeline[0] : undefined;
      return {
        name,
        selection: { query: isDoc(first) && isDoc(first.$match) ? first.$match : {}, hint: command.hint, collation, match },
      };
    }
    case 'update':
      return { name, selection: { query: queryOf(statement('updates').q, 'q'), collation, match } };
    case 'delete':
      return { name, selection: { query: queryOf(statement('deletes').q, 'q'), collation, match } };
  }
  throw new MongoError('CommandNotFound', `Explain failed due to unknown command: ${verb}`);
};

export const explain: Command = {
  fields: ['explain', 'verbosity'],
  async run(call) {
    const command = call.body.explain;
    if (!isDoc(command)) throw new MongoError('TypeMismatch', "BSON field 'explain' must be an object");
    const verbosity = call.body.verbosity ?? 'allPlansExecution';
    const verbosityName = typeof verbosity === 'string' ? verbosity : show(verbosity);
    if (!['queryPlanner', 'executionStats', 'allPlansExecution'].includes(verbosityName))
      throw new MongoError('BadValue', `Enumeration value '${verbosityName}' for field 'explain.verbosity' is not a valid value.`);
    const { name, selection } = selectionOf(command, call);
    const namespace = `${call.db}.${name}`;
    const collection = call.collection(name);
    if (!collection)
      return {
        explainVersion: '1',
        queryPlanner: { namespace, parsedQuery: selection.query, winningPlan: { stage: 'EOF' }, rejectedPlans: [] },
        command,
      };
    const prepared = prepare(collection, selection);
    const reached = walkStage(prepared.plan);
    const winningPlan: Doc = prepared.sort ? { stage: 'SORT', sortPattern: selection.sort ?? {}, inputStage: reached } : reached;
    const reply = {
      explainVersion: '1',
      queryPlanner: { namespace, parsedQuery: selection.query, winningPlan, rejectedPlans: [] },
      command,
      serverInfo: { host: call.server.address, version: 'embedded-mongo' },
    };
    if (verbosity === 'queryPlanner') return reply;
    const examined: Examined = { keys: 0, docs: 0 };
    const began = performance.now();
    let nReturned = 0;
    for await (const batch of select(call.view, collection, prepared, call.pacer, examined)) nReturned += batch.length;
    const executionStats = {
      executionSuccess: true,
      nReturned,
      executionTimeMillis: Math.round(performance.now() - began),
      totalKeysExamined: examined.keys,
      totalDocsExamined: examined.docs,
      executionStages: { ...winningPlan, nReturned },
    };
    return { ...reply, executionStats };
  },
};
