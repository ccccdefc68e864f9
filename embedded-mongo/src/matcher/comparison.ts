import { BSONRegExp, Decimal128, type Doc, Double, isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { compareValues, rank, type StringCompare, typeRank } from '../order/compare.js';
import type { ValueTest } from './path.js';
import { regexTest } from './regex.js';

export const isNaNValue = (value: Value): boolean =>
  typeof value === 'number'
    ? Number.isNaN(value)
    : value instanceof Double
      ? Number.isNaN(value.value)
      : value instanceof Decimal128 && value.toString() === 'NaN';

const isNullish = (value: Value): boolean => value === null || value === undefined;

export const equalityTest = (operand: Value, strings: StringCompare | undefined): ValueTest => {
  if (isNullish(operand)) return isNullish;
  if (typeof operand === 'string' && strings === undefined) {
    return (value) => value === operand || (typeof value === 'object' && value !== null && compareValues(value, operand) === 0);
  }
  const type = typeRank(operand);
  return (value) => value !== undefined && value !== null && typeRank(value) === type && compareValues(value, operand, strings) === 0;
};

export type Ordering = '$gt' | '$gte' | '$lt' | '$lte';

/** Comparison within one type; MinKey and MaxKey compare with every type; null is only equal to null and to what is missing. */
export const orderingTest = (operator: Ordering, operand: Value, strings: StringCompare | undefined): ValueTest => {
  if (operand instanceof BSONRegExp) throw new MongoError('BadValue', `Can't have RegEx as arg to predicate over field '${operator}'.`);
  const inclusive = operator === '$gte' || operator === '$lte';
  if (isNullish(operand)) return inclusive ? isNullish : () => false;
  if (isNaNValue(operand)) return inclusive ? (value) => value !== undefined && isNaNValue(value) : () => false;
  const wanted = operator === '$gt' || operator === '$gte' ? 1 : -1;
  const type = typeRank(operand);
  const everyType = type === rank.minKey || type === rank.maxKey;
  return (value) => {
    if (value === undefined && !everyType) return false;
    if (!everyType && (typeRank(value) !== type || isNaNValue(value))) return false;
    const order = compareValues(value, operand, strings);
    return order === 0 ? inclusive : order > 0 === wanted > 0;
  };
};

export const inTest = (operator: string, operand: Value, strings: StringCompare | undefined): ValueTest => {
  if (!Array.isArray(operand)) throw new MongoError('BadValue', `${operator} needs an array`);
  const regexes: ValueTest[] = [];
  const values: Value[] = [];
  for (const element of operand) {
    if (element instanceof BSONRegExp) regexes.push(regexTest(element));
    else if (isOperatorObject(element)) throw new MongoError('BadValue', `cannot nest $ under ${operator}`);
    else values.push(element);
  }
  const acceptsNull = values.some(isNullish);
  const sorted = values.filter((value) => !isNullish(value)).sort((a, b) => compareValues(a, b, strings));
  const has = (value: Value): boolean => {
    let low = 0;
    let high = sorted.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareValues(value, sorted[middle], strings);
      if (order === 0) return true;
      if (order < 0) high = middle - 1;
      else low = middle + 1;
    }
    return false;
  };
  return (value) => (isNullish(value) ? acceptsNull : has(value)) || regexes.some((test) => test(value));
};

/** An object whose first field starts with $ holds operators; a DBRef is a value. */
export const isOperatorObject = (value: Value): value is Doc => {
  if (!isDoc(value)) return false;
  const [first] = Object.keys(value);
  return first?.startsWith('$') === true && !['$ref', '$id', '$db'].includes(first);
};
