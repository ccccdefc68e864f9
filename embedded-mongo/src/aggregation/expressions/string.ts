import { typeName } from '../../bson/types.js';
import { BSONSymbol, Code, isNumeric, Timestamp, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { isoDate } from '../values/date-format.js';
import { asInt32 } from '../values/numbers.js';
import { textOf } from '../values/text.js';
import { isNullish } from '../values/truth.js';
import { between, binary, type Family, named, unary, variadic } from './operands.js';

/** What string functions accept in place of a string: numbers, dates and timestamps in their usual form; null as "". */
const coerce = (value: Value, name: string): string => {
  if (typeof value === 'string') return value;
  if (isNullish(value)) return '';
  if (isNumeric(value)) return textOf(value);
  if (value instanceof Date) return isoDate(value);
  if (value instanceof BSONSymbol) return value.value;
  if (value instanceof Code && !value.scope) return value.code;
  if (value instanceof Timestamp) return `Timestamp(${value.high}, ${value.low})`;
  throw new MongoError(16007, `can't convert from BSON type ${typeName(value)} to String (${name})`);
};

/** Only ASCII letters change case here, unlike in a collation. */
const asciiCase = (text: string, upper: boolean): string =>
  upper ? text.replace(/[a-z]+/g, (part) => part.toUpperCase()) : text.replace(/[A-Z]+/g, (part) => part.toLowerCase());

const concat = (values: Value[]): Value => {
  let result = '';
  for (const value of values) {
    if (isNullish(value)) return null;
    if (typeof value !== 'string') throw new MongoError(16702, `$concat only supports strings, not ${typeName(value)}`);
    result += value;
  }
  return result;
};

const split = (text: Value, separator: Value): Value => {
  if (isNullish(text) || isNullish(separator)) return null;
  if (typeof text !== 'string')
    throw new MongoError(40085, `$split requires an expression that evaluates to a string as a first argument, found: ${typeName(text)}`);
  if (typeof separator !== 'string')
    throw new MongoError(
      40086,
      `$split requires an expression that evaluates to a string as a second argument, found: ${typeName(separator)}`,
    );
  if (separator === '') throw new MongoError(40087, '$split requires a non-empty separator');
  return text.split(separator);
};

const WHITESPACE = new Set('\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a');

const trimmer = (left: boolean, right: boolean) =>
  named(['input'], ['chars'], { notObject: 50696, unknown: 50694, missing: 50695 }, (given, _scope, name) => {
    const { input, chars } = given as { input: Value; chars?: Value };
    if (isNullish(input) || ('chars' in given && isNullish(chars))) return null;
    if (typeof input !== 'string')
      throw new MongoError(50699, `${name} requires its input to be a string, got ${typeName(input)} instead.`);
    if (chars !== undefined && typeof chars !== 'string')
      throw new MongoError(50700, `${name} requires 'chars' to be a string, got ${typeName(chars)} instead.`);
    const cut = chars === undefined ? WHITESPACE : new Set(chars);
    const points = Array.from(input);
    let start = 0;
    let end = points.length;
    if (left) while (start < end && cut.has(points[start] as string)) start++;
    if (right) while (end > start && cut.has(points[end - 1] as string)) end--;
    return points.slice(start, end).join('');
  });

const replacer = (all: boolean) =>
  named(['input', 'find', 'replacement'], [], { notObject: 51751, unknown: 51750, missing: 51749 }, (given, _scope, name) => {
    for (const [i, part] of ['input', 'find', 'replacement'].entries()) {
      const value = given[part];
      if (!isNullish(value) && typeof value !== 'string')
        throw new MongoError(51746 - i, `${name} requires that '${part}' be a string, found: ${typeName(value)}`);
    }
    const { input, find, replacement } = given as Record<string, string | null | undefined>;
    if (isNullish(input) || isNullish(find) || isNullish(replacement)) return null;
    if (all)
      return find === ''
        ? Array.from(input)
            .map((point) => replacement + point)
            .join('') + replacement
        : input.replaceAll(find, () => replacement);
    return input.replace(find, () => replacement);
  });

const indexIn = (bytes: boolean) =>
  between(2, 4, (values, _scope, name) => {
    const [text, part, from, to] = values;
    if (isNullish(text)) return null;
    if (typeof text !== 'string')
      throw new MongoError(bytes ? 40091 : 40093, `${name} requires a string as the first argument, found: ${typeName(text)}`);
    if (typeof part !== 'string')
      throw new MongoError(bytes ? 40092 : 40094, `${name} requires a string as the second argument, found: ${typeName(part)}`);
    const position = (value: Value, fallback: number): number => {
      if (value === undefined) return fallback;
      const index = asInt32(value);
      if (index === undefined)
        throw new MongoError(40096, `${name} requires an integral starting index, found a value of type: ${typeName(value)}`);
      if (index < 0) throw new MongoError(40097, `${name} requires a nonnegative index, found: ${index}`);
      return index;
    };
    const units = bytes ? Buffer.from(text) : Array.from(text);
    const wanted = bytes ? Buffer.from(part) : Array.from(part);
    const start = position(from, 0);
    const end = Math.min(position(to, units.length), units.length);
    for (let at = start; at + wanted.length <= end; at++) {
      let same = 0;
      while (same < wanted.length && units[at + same] === wanted[same]) same++;
      if (same === wanted.length) return at;
    }
    return -1;
  });

const substrBytes = between(3, 3, (values, _scope, name) => {
  const [value, from, count] = values;
  if (!isNumeric(from)) throw new MongoError(16034, `${name}:  starting index must be a numeric type (is BSON type ${typeName(from)})`);
  if (!isNumeric(count)) throw new MongoError(16035, `${name}:  length must be a numeric type (is BSON type ${typeName(count)})`);
  const bytes = Buffer.from(coerce(value, name));
  const start = Math.trunc(Number(from.toString()));
  const length = Math.trunc(Number(count.toString()));
  if (start < 0) throw new MongoError(50752, `${name}:  starting index must be non-negative (got: ${start})`);
  const end = length < 0 ? bytes.length : Math.min(bytes.length, start + length);
  const continues = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  if (start >= bytes.length) return '';
  if (continues(start)) throw new MongoError(28656, `${name}:  Invalid range, starting index is a UTF-8 continuation byte.`);
  if (continues(end)) throw new MongoError(28657, `${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`);
  return bytes.toString('utf8', start, end);
});

const substrCP = between(3, 3, (values, _scope, name) => {
  const [value, from, count] = values;
  const text = coerce(value, name);
  const start = asInt32(from);
  const length = asInt32(count);
  if (start === undefined)
    throw new MongoError(
      isNumeric(from) ? 34451 : 34450,
      `${name}: starting index must be a numeric type representable as a 32-bit integral value`,
    );
  if (length === undefined)
    throw new MongoError(
      isNumeric(count) ? 34453 : 34452,
      `${name}: length must be a numeric type representable as a 32-bit integral value`,
    );
  if (start < 0) throw new MongoError(34455, `${name}: the starting index must be nonnegative integer.`);
  if (length < 0) throw new MongoError(34454, `${name}: length must be a nonnegative integer.`);
  return Array.from(text)
    .slice(start, start + length)
    .join('');
});

const length = (bytes: boolean) =>
  unary((value, _scope, name) => {
    if (typeof value !== 'string')
      throw new MongoError(
        bytes ? 34473 : 34471,
        `${name} requires a string argument, found: ${value === undefined ? 'missing' : typeName(value)}`,
      );
    return bytes ? Buffer.byteLength(value) : Array.from(value).length;
  });

export const string: Family = {
  $concat: variadic(concat),
  $indexOfBytes: indexIn(true),
  $indexOfCP: indexIn(false),
  $ltrim: trimmer(true, false),
  $replaceAll: replacer(true),
  $replaceOne: replacer(false),
  $rtrim: trimmer(false, true),
  $split: binary(split),
  $strLenBytes: length(true),
  $strLenCP: length(false),
  $strcasecmp: binary((a, b, _scope, name) => {
    const left = Buffer.from(asciiCase(coerce(a, name), true));
    const right = Buffer.from(asciiCase(coerce(b, name), true));
    return Buffer.compare(left, right);
  }),
  $substr: substrBytes,
  $substrBytes: substrBytes,
  $substrCP: substrCP,
  $toLower: unary((value, _scope, name) => asciiCase(coerce(value, name), false)),
  $toUpper: unary((value, _scope, name) => asciiCase(coerce(value, name), true)),
  $trim: trimmer(true, true),
};
