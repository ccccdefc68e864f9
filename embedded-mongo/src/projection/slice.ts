import { isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';

/** $slice in a projection: the first n, the last n, or `[skip, limit]`; undefined when it is the aggregation's $slice. */
export const sliceOf = (operand: Value): ((array: Value[]) => Value[]) | undefined => {
  if (isNumeric(operand)) {
    const count = Math.trunc(toNumber(operand));
    return (array) => (count >= 0 ? array.slice(0, count) : array.slice(count));
  }
  if (!Array.isArray(operand) || operand.length !== 2 || !operand.every(isNumeric)) return undefined;
  const [skip, limit] = operand.map((value) => Math.trunc(toNumber(value as number))) as [number, number];
  if (limit <= 0) throw new MongoError(28724, `First argument to $slice must be an array, but is of type: int`);
  return (array) => {
    const from = skip >= 0 ? skip : Math.max(0, array.length + skip);
    return array.slice(from, from + limit);
  };
};
