import { type Doc, isDoc } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { compileMatcher } from '../../matcher/compile.js';
import { noteQueryPaths } from '../query-paths.js';
import { batchStage, type CompileStage, framed } from '../stage.js';

export const matchQuery = (operand: unknown): Doc => {
  if (!isDoc(operand)) throw new MongoError(15959, 'the match filter must be an expression in an object');
  return operand;
};

/** $match: keeps the documents that a query selects. */
export const match: CompileStage = (operand, { scope }, name) => {
  const query = matchQuery(operand);
  const { context, use } = framed(scope);
  const matches = compileMatcher(query, context);
  noteQueryPaths(query, scope.reads);
  return batchStage(name, scope.reads.paths, false, (run) => (batch) => {
    use(run.frame);
    return batch.filter(matches);
  });
};
