import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, isNumeric, setField, toNumber, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { asInt32 } from '../values/numbers.js';
import { isNullish, isTrue } from '../values/truth.js';
import { compareExpressions } from './comparison.js';
import { between, binary, type Family, named, unary, variadic } from './operands.js';
import type { Scope } from './scope.js';

const kind = (value: Value): string => (value === undefined ? 'missing' : typeName(value));

const elementAt = (list: Value, index: Value): Value => {
  if (isNullish(list) || isNullish(index)) return null;
  if (!Array.isArray(list)) throw new MongoError(28689, `$arrayElemAt's first argument must be an array, but is ${kind(list)}`);
  if (!isNumeric(index)) throw new MongoError(28690, `$arrayElemAt's second argument must be a numeric value, but is ${kind(index)}`);
  const at = asInt32(index);
  if (at === undefined)
    throw new MongoError(28691, `$arrayElemAt's second argument must be representable as a 32-bit integer: ${toNumber(index)}`);
  return list[at < 0 ? list.length + at : at];
};

/** $first and $last of an array: a missing element of an empty array is a missing value. */
const atEnd = (index: number) =>
  unary((list, _scope, name) => {
    if (isNullish(list)) return null;
    if (!Array.isArray(list)) throw new MongoError(28689, `${name}'s argument must be an array, but is ${kind(list)}`);
    return list.at(index);
  });

const concatArrays = (values: Value[]): Value => {
  const all: Value[] = [];
  for (const value of values) {
    if (isNullish(value)) return null;
    if (!Array.isArray(value)) throw new MongoError(28664, `$concatArrays only supports arrays, not ${kind(value)}`);
    for (const element of value) all.push(element);
  }
  return all;
};

const position = (value: Value, name: string, fallback: number): number => {
  if (value === undefined) return fallback;
  const index = asInt32(value);
  if (index === undefined)
    throw new MongoError(40096, `${name} requires an integral starting index, found a value of type: ${kind(value)}`);
  if (index < 0) throw new MongoError(40097, `${name} requires a nonnegative starting index, found: ${index}`);
  return index;
};

const indexOfArray = (values: Value[], scope: Scope, name: string): Value => {
  const [list, wanted, from, to] = values;
  if (isNullish(list)) return null;
  if (!Array.isArray(list)) throw new MongoError(40090, `$indexOfArray requires an array as a first argument, found: ${kind(list)}`);
  const end = Math.min(position(to, name, list.length), list.length);
  for (let at = position(from, name, 0); at < end; at++) if (compareExpressions(list[at], wanted, scope) === 0) return at;
  return -1;
};

const range = (values: Value[]): Value => {
  const [start, end, step] = values.map((value, i) => {
    const whole = asInt32(value);
    if (whole !== undefined) return whole;
    const which = ['starting', 'ending', 'step'][i];
    throw new MongoError(
      34443 + 2 * i + (isNumeric(value) ? 1 : 0),
      `$range requires a numeric ${which} value that is a 32-bit integer, found value of type: ${kind(value)}`,
    );
  });
  const by = step ?? 1;
  if (by === 0) throw new MongoError(34449, '$range requires a non-zero step value');
  const all: Value[] = [];
  for (let at = start as number; by > 0 ? at < (end as number) : at > (end as number); at += by) all.push(at);
  return all;
};

const slice = (values: Value[]): Value => {
  const [list, first, second] = values;
  if (values.some(isNullish)) return null;
  if (!Array.isArray(list)) throw new MongoError(28724, `First argument to $slice must be an array, but is of type: ${kind(list)}`);
  const a = asInt32(first);
  if (a === undefined)
    throw new MongoError(
      isNumeric(first) ? 28726 : 28725,
      `Second argument to $slice must be a numeric value representable as a 32-bit integer, but is of type: ${kind(first)}`,
    );
  if (values.length === 2) return a >= 0 ? list.slice(0, a) : list.slice(a);
  const count = asInt32(second);
  if (count === undefined)
    throw new MongoError(
      isNumeric(second) ? 28728 : 28727,
      `Third argument to $slice must be numeric and representable as a 32-bit integer, but is of type: ${kind(second)}`,
    );
  if (count <= 0) throw new MongoError(28729, `Third argument to $slice must be positive: ${count}`);
  const start = a >= 0 ? a : Math.max(0, list.length + a);
  return list.slice(start, start + count);
};

const arrayToObject = (list: Value): Value => {
  if (isNullish(list)) return null;
  if (!Array.isArray(list)) throw new MongoError(40386, `$arrayToObject requires an array input, found: ${kind(list)}`);
  const result: Doc = {};
  const asPairs = Array.isArray(list[0]);
  for (const entry of list) {
    let name: Value;
    let value: Value;
    if (asPairs) {
      if (!Array.isArray(entry))
        throw new MongoError(
          40396,
          `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Array was detected, now found: ${kind(entry)}`,
        );
      if (entry.length !== 2)
        throw new MongoError(40397, `$arrayToObject requires an array of size 2 arrays,found array of size: ${entry.length}`);
      [name, value] = entry;
      if (typeof name !== 'string')
        throw new MongoError(
          40395,
          `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${kind(name)}`,
        );
    } else {
      if (!isDoc(entry))
        throw new MongoError(Array.isArray(entry) ? 40391 : 40398, `Unrecognised input type format for $arrayToObject: ${kind(entry)}`);
      if (Object.keys(entry).length !== 2)
        throw new MongoError(
          40392,
          `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${Object.keys(entry).length}`,
        );
      if (!Object.hasOwn(entry, 'k') || !Object.hasOwn(entry, 'v'))
        throw new MongoError(40393, "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys");
      name = entry.k;
      value = entry.v;
      if (typeof name !== 'string')
        throw new MongoError(
          40394,
          `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${kind(name)}`,
        );
    }
    if (name.includes('\0')) throw new MongoError(4940400, 'Key field cannot contain an embedded null byte');
    setField(result, name, value);
  }
  return result;
};

const zip = (given: Doc): Value => {
  const { inputs, defaults } = given as { inputs: Value; defaults?: Value };
  const longest = isTrue(given.useLongestLength);
  if (isNullish(inputs)) return null;
  if (!Array.isArray(inputs)) throw new MongoError(34461, `inputs must be an array of expressions, found ${kind(inputs)}`);
  if (inputs.length === 0) throw new MongoError(34465, '$zip requires at least one input array');
  if (!isNullish(defaults) && !longest) throw new MongoError(34466, 'cannot specify defaults unless useLongestLength is true');
  if (Array.isArray(defaults) && defaults.length !== inputs.length)
    throw new MongoError(34467, 'defaults and inputs must have the same length');
  if (inputs.some(isNullish)) return null;
  const lists = inputs.map((list) => {
    if (!Array.isArray(list)) throw new MongoError(34468, `$zip found a non-array expression in input: ${kind(list)}`);
    return list;
  });
  const lengths = lists.map((list) => list.length);
  const count = longest ? Math.max(...lengths) : Math.min(...lengths);
  return Array.from({ length: count }, (_, at) =>
    lists.map((list, i) => list[at] ?? (at < list.length ? null : ((defaults as Value[] | undefined)?.[i] ?? null))),
  );
};

export const array: Family = {
  $arrayElemAt: binary(elementAt),
  $arrayToObject: unary(arrayToObject),
  $concatArrays: variadic(concatArrays),
  $first: atEnd(0),
  $in: binary((value, list, scope) => {
    if (!Array.isArray(list)) throw new MongoError(40081, `$in requires an array as a second argument, found: ${kind(list)}`);
    return list.some((element) => compareExpressions(element, value, scope) === 0);
  }),
  $indexOfArray: between(2, 4, indexOfArray),
  $isArray: unary((value) => Array.isArray(value)),
  $last: atEnd(-1),
  $range: between(2, 3, range),
  $reverseArray: unary((list) => {
    if (isNullish(list)) return null;
    if (!Array.isArray(list)) throw new MongoError(34435, `The argument to $reverseArray must be an array, but was of type: ${kind(list)}`);
    return list.toReversed();
  }),
  $size: unary((list) => {
    if (!Array.isArray(list)) throw new MongoError(17124, `The argument to $size must be an array, but was of type: ${kind(list)}`);
    return list.length;
  }),
  $slice: between(2, 3, slice),
  $zip: named(['inputs'], ['defaults', 'useLongestLength'], { notObject: 34460, unknown: 34464, missing: 34465 }, zip),
};
