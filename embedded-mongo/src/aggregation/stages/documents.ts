import { isDoc } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { inBatches } from '../run.js';
import type { CompileStage } from '../stage.js';

/** $documents: the documents that an expression lists, in place of a collection's. */
export const documents: CompileStage = (operand, { scope }, name) => {
  const { evaluate } = scope.compile(operand);
  return {
    name,
    reads: new Set(),
    exhaustive: true,
    *run(_input, run) {
      const list = evaluate({}, run.frame);
      if (!Array.isArray(list)) throw new MongoError(5858203, 'an array is expected in $documents');
      if (!list.every(isDoc)) throw new MongoError(40228, 'all elements of the array in $documents must be objects');
      yield* inBatches(list, run);
    },
  };
};
