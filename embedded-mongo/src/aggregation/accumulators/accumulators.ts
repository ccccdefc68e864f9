import { isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { countOf } from '../expressions/accumulation.js';
import type { Evaluate, Scope } from '../expressions/scope.js';
import type { Accumulate, Accumulator } from './accumulator.js';
import { addToSet } from './add-to-set.js';
import { first, last } from './first-last.js';
import { mergeObjects } from './merge-objects.js';
import { max, min } from './min-max.js';
import { push } from './push.js';
import { ranked, rankings } from './ranked.js';
import { type AccumulateSeveral, firstN, lastN, maxN, minN } from './several.js';
import { stdDevPop, stdDevSamp } from './standard-deviation.js';
import { avg, sum } from './sum.js';

const single: Readonly<Record<string, Accumulate>> = {
  $addToSet: addToSet,
  $avg: avg,
  $first: first,
  $last: last,
  $max: max,
  $mergeObjects: mergeObjects,
  $min: min,
  $push: push,
  $stdDevPop: stdDevPop,
  $stdDevSamp: stdDevSamp,
  $sum: sum,
};

const several: Readonly<Record<string, AccumulateSeveral>> = { $firstN: firstN, $lastN: lastN, $maxN: maxN, $minN: minN };

/** Known to MongoDB, not served here. */
const refused = new Set(['$accumulator', '$median', '$percentile']);

/** An accumulator ready for groups: what it is given of each document, and how it starts. */
export interface Prepared {
  readonly evaluate: Evaluate;
  readonly start: () => Accumulator;
  readonly keeps: boolean;
}

/** The operand of an accumulator, by name of argument. */
const argumentsOf = (name: string, operand: Value, wanted: readonly string[]): Value[] => {
  if (!isDoc(operand)) throw new MongoError(5787900, `specification must be an object; found ${name}: ${show(operand)}`);
  for (const given of Object.keys(operand))
    if (!wanted.includes(given)) throw new MongoError(5787901, `Unknown argument for '${name}' operator: ${given}`);
  return wanted.map((argument) => {
    if (operand[argument] === undefined) throw new MongoError(5787906, `Missing value for '${argument}'`);
    return operand[argument];
  });
};

/** `n` is the same for all groups here. */
const fixedCount = (n: Value, name: string, scope: Scope): number => {
  const compiled = scope.compile(n);
  if (!compiled.constant) throw new MongoError('NotImplemented', `${name} is served with a constant 'n' only`);
  return countOf(compiled.evaluate({}, []), name);
};

const prepareSeveral = (name: string, operand: Value, scope: Scope): Prepared => {
  const [input, n] = argumentsOf(name, operand, ['input', 'n']);
  const count = fixedCount(n, name, scope);
  const accumulate = several[name] as AccumulateSeveral;
  return { evaluate: scope.compile(input).evaluate, start: () => accumulate(count, scope.settings), keeps: true };
};

const prepareRanked = (name: string, operand: Value, scope: Scope): Prepared => {
  const one = !name.endsWith('N');
  const [sortBy, output, n] = argumentsOf(name, operand, one ? ['sortBy', 'output'] : ['sortBy', 'output', 'n']);
  const count = one ? 1 : fixedCount(n, name, scope);
  return {
    ...ranked(sortBy, scope.compile(output).evaluate, { count, one, ...(rankings[name] as { bottom: boolean }) }, scope),
    keeps: true,
  };
};

/** The accumulator of a field of $group. */
export const accumulatorOf = (name: string, operand: Value, scope: Scope): Prepared => {
  if (Object.hasOwn(single, name)) {
    if (Array.isArray(operand)) throw new MongoError(40237, `The ${name} accumulator is a unary operator`);
    const accumulate = single[name] as Accumulate;
    return {
      evaluate: scope.compile(operand).evaluate,
      start: () => accumulate(scope.settings),
      keeps: name === '$push' || name === '$addToSet' || name === '$mergeObjects',
    };
  }
  if (name === '$count') {
    if (!isDoc(operand) || Object.keys(operand).length > 0)
      throw new MongoError('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
    return { evaluate: () => 1, start: () => sum(scope.settings), keeps: false };
  }
  if (Object.hasOwn(several, name)) return prepareSeveral(name, operand, scope);
  if (Object.hasOwn(rankings, name)) return prepareRanked(name, operand, scope);
  if (refused.has(name)) throw new MongoError('CommandNotSupported', `${name} is not supported by this server`);
  throw new MongoError(15952, `unknown group operator '${name}'`);
};
