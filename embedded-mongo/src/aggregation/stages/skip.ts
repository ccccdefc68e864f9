import { isNumeric, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { batchStage, type CompileStage } from '../stage.js';
import { asLong } from '../values/numbers.js';

export const skipOf = (operand: Value): number => {
  const count = isNumeric(operand) ? asLong(operand) : undefined;
  if (count === undefined)
    throw new MongoError(
      5107200,
      `invalid argument to $skip stage: Expected ${isNumeric(operand) ? 'an integer' : 'a number in'}: $skip: ${show(operand)}`,
    );
  if (count < 0n)
    throw new MongoError(5107200, `invalid argument to $skip stage: Expected a non-negative number in: $skip: ${show(operand)}`);
  return Number(count);
};

/** $skip: all but the first documents. */
export const skip: CompileStage = (operand, _context, name) => {
  const count = skipOf(operand);
  return batchStage(name, new Set(), false, () => {
    let left = count;
    return (batch) => {
      if (left === 0) return batch;
      const kept = batch.slice(left);
      left = Math.max(0, left - batch.length);
      return kept;
    };
  });
};
