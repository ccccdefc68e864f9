import { bsonType, typeAliases, typeName } from '../../bson/types.js';
import { Decimal128, double, isNumeric, ObjectId, toNumber, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { asDate, isDateLike } from '../values/as-date.js';
import { isoDate } from '../values/date-format.js';
import { parseDate } from '../values/date-parse.js';
import { fromDecimal, toDecimal } from '../values/decimal.js';
import { DOUBLE, isLong, kindOf, toBigInt } from '../values/numbers.js';
import { textOf } from '../values/text.js';
import { isNullish, isTrue } from '../values/truth.js';
import { type Family, named, unary } from './operands.js';

const CONVERSION_FAILURE = 241;

const failure = (message: string): MongoError => new MongoError(CONVERSION_FAILURE, `${message} in $convert with no onError value`);
const unsupported = (value: Value, target: string): MongoError => failure(`Unsupported conversion from ${typeName(value)} to ${target}`);
const unreadable = (text: string, why: string): MongoError =>
  new MongoError(CONVERSION_FAILURE, `Failed to parse number '${text}' in $convert with no onError value: ${why}`);

const whole = (value: Value, target: 'int' | 'long'): bigint => {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (value instanceof Date && target === 'long') return BigInt(value.getTime());
  if (typeof value === 'string') {
    if (!/^[+-]?\d+$/.test(value)) throw unreadable(value, 'Did not consume whole string.');
    return BigInt(value.replace(/^\+/, ''));
  }
  if (!isNumeric(value)) throw unsupported(value, target);
  if (!Number.isFinite(toNumber(value)))
    throw failure(`Attempt to convert ${Number.isNaN(toNumber(value)) ? 'NaN' : 'infinity'} value to integer type`);
  return toBigInt(value);
};

const overflow = (): MongoError => failure('Conversion would overflow target type');

const toInt = (value: Value): Value => {
  const result = whole(value, 'int');
  if (result < -0x8000_0000n || result > 0x7fff_ffffn) throw overflow();
  return Number(result);
};

const toLong = (value: Value): Value => {
  const result = whole(value, 'long');
  if (!isLong(result)) throw overflow();
  return result;
};

const NUMBER = /^[+-]?(\d+\.?\d*(e[+-]?\d+)?|\.\d+(e[+-]?\d+)?|inf(inity)?|nan)$/i;

const numberText = (text: string): string => {
  if (!NUMBER.test(text)) throw unreadable(text, 'Did not consume whole string.');
  return text;
};

const toDouble = (value: Value): Value => {
  if (typeof value === 'boolean') return double(value ? 1 : 0);
  if (value instanceof Date) return double(value.getTime());
  if (typeof value === 'string') {
    const text = numberText(value).replace(/^([+-]?)inf(inity)?$/i, '$1Infinity');
    return double(Number(text));
  }
  if (!isNumeric(value)) throw unsupported(value, 'double');
  return double(toNumber(value));
};

const toDecimalValue = (value: Value): Value => {
  if (typeof value === 'boolean') return Decimal128.fromString(value ? '1' : '0');
  if (value instanceof Date) return Decimal128.fromString(String(value.getTime()));
  if (typeof value === 'string') return Decimal128.fromStringWithRounding(numberText(value));
  if (!isNumeric(value)) throw unsupported(value, 'decimal');
  return value instanceof Decimal128 ? value : fromDecimal(toDecimal(value));
};

const toText = (value: Value): Value => {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isNumeric(value)) return textOf(value);
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof Date) return isoDate(value);
  throw unsupported(value, 'string');
};

const toObjectId = (value: Value): Value => {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') throw unsupported(value, 'objectId');
  if (!/^[0-9a-f]{24}$/i.test(value)) {
    const why =
      value.length === 24
        ? 'Invalid character found in hex string'
        : `Invalid string length for parsing to OID, expected 24 but found ${value.length}`;
    throw new MongoError(CONVERSION_FAILURE, `Failed to parse objectId '${value}' in $convert with no onError value: ${why}.`);
  }
  return ObjectId.createFromHexString(value);
};

const toDate = (value: Value): Value => {
  if (isDateLike(value)) return asDate(value);
  if (typeof value === 'string') return parseDate(value, undefined, undefined);
  // An int cannot hold a present-day date in milliseconds and is refused, as MongoDB does.
  if (!isNumeric(value) || (kindOf(value) < DOUBLE && typeof value === 'number')) throw unsupported(value, 'date');
  if (!Number.isFinite(toNumber(value))) throw failure('Attempt to convert a number that is not finite to date');
  const milliseconds = toBigInt(value);
  if (!isLong(milliseconds)) throw overflow();
  return new Date(Number(milliseconds));
};

const targets: Readonly<Record<string, (value: Value) => Value>> = {
  double: toDouble,
  string: toText,
  objectId: toObjectId,
  bool: isTrue,
  date: toDate,
  int: toInt,
  long: toLong,
  decimal: toDecimalValue,
};

const targetOf = (to: Value): ((value: Value) => Value) => {
  if (typeof to !== 'string' && !isNumeric(to))
    throw new MongoError('FailedToParse', "$convert's 'to' argument must be a string or number");
  const alias = typeof to === 'string' ? to : Object.keys(typeAliases).find((name) => typeAliases[name] === toNumber(to));
  if (alias === undefined || !Object.hasOwn(typeAliases, alias)) throw new MongoError('BadValue', `Unknown type name: ${String(to)}`);
  return (
    targets[alias] ??
    ((value) => {
      if (bsonType(value) === typeAliases[alias]) return value;
      throw unsupported(value, alias);
    })
  );
};

const shorthand = (target: string) => unary((value) => (isNullish(value) ? null : (targets[target] as (value: Value) => Value)(value)));

export const conversion: Family = {
  $convert: named(['input', 'to'], ['onError', 'onNull'], { notObject: 9, unknown: 9, missing: 9 }, (given) => {
    if (isNullish(given.to)) return null;
    const convert = targetOf(given.to);
    if (isNullish(given.input)) return 'onNull' in given ? given.onNull : null;
    try {
      return convert(given.input);
    } catch (error) {
      if (error instanceof MongoError && error.code === CONVERSION_FAILURE && 'onError' in given) return given.onError;
      throw error;
    }
  }),
  $isNumber: unary((value) => isNumeric(value)),
  $toBool: shorthand('bool'),
  $toDate: shorthand('date'),
  $toDecimal: shorthand('decimal'),
  $toDouble: shorthand('double'),
  $toInt: shorthand('int'),
  $toLong: shorthand('long'),
  $toObjectId: shorthand('objectId'),
  $toString: shorthand('string'),
  $type: unary((value) => (value === undefined ? 'missing' : typeName(value))),
};
