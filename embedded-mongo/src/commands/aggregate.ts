import { compilePipeline } from '../aggregation/compile-pipeline.js';
import type { Pipeline, ReadAnswer } from '../aggregation/pipeline.js';
import { typeName } from '../bson/types.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import type { Output } from '../cursors/cursors.js';
import { MongoError } from '../errors/mongo-error.js';
import { optionalCount, optionalDoc } from './arguments.js';
import type { Call, Command } from './command.js';
import { DEFAULT_BATCH, firstReply } from './cursor-reply.js';
import { splitOut, writeOut } from './out.js';
import { pipelineContext, read } from './pipeline-context.js';

async function* results(pipeline: Pipeline, answer: ReadAnswer): AsyncGenerator<Doc[]> {
  for await (const batch of pipeline.run(answer.documents, answer.sorted)) yield [...batch];
}

/** The collection that is read; undefined for `aggregate: 1`. */
const sourceOf = (value: unknown): string | undefined => {
  if (typeof value === 'string' && value !== '') return value;
  if (Number(value) === 1) return undefined;
  throw new MongoError('FailedToParse', "Invalid command format: the 'aggregate' field must specify a collection name or 1");
};

const compile = (call: Call, source: string | undefined, stages: Value[]): { pipeline: Pipeline; answer: ReadAnswer } => {
  const [first] = stages;
  if (source === undefined && isDoc(first) && Object.hasOwn(first, '$listLocalSessions')) {
    const documents: Doc[] = call.server.sessions.list().map(({ key, lastUsed }) => ({ _id: { id: key }, lastUse: new Date(lastUsed) }));
    return {
      pipeline: compilePipeline(stages.slice(1), pipelineContext(call, '$cmd.aggregate')),
      answer: { documents: [documents], sorted: false },
    };
  }
  const pipeline = compilePipeline(stages, pipelineContext(call, source));
  if (source === undefined) return { pipeline, answer: { documents: [], sorted: true } };
  const collection = call.collection(source);
  return { pipeline, answer: read(call, collection, pipeline.lead, call.body.hint as Doc | string | undefined) };
};

export const aggregate: Command = {
  fields: ['aggregate', 'pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation', 'collation', 'hint', 'let'],
  transactional: true,
  snapshot: true,
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
    const { stages, target } = splitOut(call, body.pipeline);
    const { pipeline, answer } = compile(call, source, stages);
    const found = results(pipeline, answer);
    const output: AsyncGenerator<Output[]> = target ? writeOut(call, target, found) : found;
    // A pipeline that writes is run to its end at once.
    const writes = target !== undefined || pipeline.target !== undefined;
    return firstReply(call, `${call.db}.${source ?? '$cmd.aggregate'}`, output, writes ? Math.max(1, batchSize) : batchSize);
  },
};
