import { typeName } from '../../bson/types.js';
import { isNumeric, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import type { Accumulate } from '../accumulators/accumulator.js';
import { max, min } from '../accumulators/min-max.js';
import { type AccumulateSeveral, firstN, lastN, maxN, minN } from '../accumulators/several.js';
import { stdDevPop, stdDevSamp } from '../accumulators/standard-deviation.js';
import { avg, sum } from '../accumulators/sum.js';
import { asLong } from '../values/numbers.js';
import { type Family, named, type Operator, ofAll } from './operands.js';

/** Accumulators outside of $group: over the elements of one array, or over several values. */
const over =
  (accumulate: Accumulate): Operator =>
  (operand, scope) => {
    const args = (Array.isArray(operand) ? operand : [operand]).map((argument) => scope.compile(argument));
    return ofAll(args, (values) => {
      const accumulator = accumulate(scope.settings);
      const only = values.length === 1 ? values[0] : undefined;
      for (const value of Array.isArray(only) ? only : values) accumulator.add(value);
      return accumulator.result();
    });
  };

/** How many values an accumulator of several keeps. */
export const countOf = (n: Value, name: string): number => {
  const count = isNumeric(n) ? asLong(n) : undefined;
  if (count === undefined)
    throw new MongoError(
      5787902,
      `Value for 'n' must be of integral type, but found ${n === undefined ? 'missing' : typeName(n)} in ${name}`,
    );
  if (count <= 0n) throw new MongoError(5787908, `'n' must be greater than 0, found ${count}`);
  return Number(count);
};

const overSeveral = (accumulate: AccumulateSeveral) =>
  named(['input', 'n'], [], { notObject: 5787900, unknown: 5787901, missing: 5787906 }, (given, scope, name) => {
    const { input } = given;
    if (!Array.isArray(input))
      throw new MongoError(5788200, `input must be an array, found ${input === undefined ? 'missing' : typeName(input)}`);
    const accumulator = accumulate(countOf(given.n, name), scope.settings);
    for (const value of input) accumulator.add(value);
    return accumulator.result();
  });

export const accumulation: Family = {
  $avg: over(avg),
  $firstN: overSeveral(firstN),
  $lastN: overSeveral(lastN),
  $max: over(max),
  $maxN: overSeveral(maxN),
  $min: over(min),
  $minN: overSeveral(minN),
  $stdDevPop: over(stdDevPop),
  $stdDevSamp: over(stdDevSamp),
  $sum: over(sum),
};
