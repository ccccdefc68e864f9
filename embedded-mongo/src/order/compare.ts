import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  type Doc,
  Double,
  isDoc,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  type Value,
} from '../bson/values.js';
import { compareNumbers, type Numeric } from './numbers.js';

/** Compares strings under a collation; without one they compare by their UTF-8 bytes. */
export type StringCompare = (a: string, b: string) => number;

/** Order of BSON types: MinKey, null, numbers, strings, objects, arrays, binary, ObjectId, boolean, date, timestamp, regex, code, MaxKey. */
export const rank = {
  minKey: 0x05,
  emptyArray: 0x08,
  null: 0x0a,
  number: 0x14,
  string: 0x1e,
  object: 0x28,
  array: 0x32,
  binary: 0x3c,
  objectId: 0x46,
  boolean: 0x50,
  date: 0x5a,
  timestamp: 0x5f,
  regex: 0x64,
  code: 0x6e,
  codeWithScope: 0x70,
  maxKey: 0xf0,
} as const;

export const typeRank = (value: Value): number => {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return rank.number;
    case 'string':
      return rank.string;
    case 'boolean':
      return rank.boolean;
    case 'undefined':
      return rank.null;
  }
  if (value === null) return rank.null;
  if (Array.isArray(value)) return rank.array;
  if (isDoc(value)) return rank.object;
  if (value instanceof ObjectId) return rank.objectId;
  if (value instanceof Date) return rank.date;
  if (value instanceof Double || value instanceof Decimal128) return rank.number;
  if (value instanceof Binary) return rank.binary;
  if (value instanceof BSONSymbol) return rank.string;
  if (value instanceof Timestamp) return rank.timestamp;
  if (value instanceof BSONRegExp) return rank.regex;
  if (value instanceof Code) return value.scope ? rank.codeWithScope : rank.code;
  if (value instanceof MinKey) return rank.minKey;
  if (value instanceof MaxKey) return rank.maxKey;
  throw new TypeError(`not a BSON value: ${Object.prototype.toString.call(value)}`);
};

/**
 * UTF-8 byte order. UTF-16 units order differently only where surrogates meet units above them,
 * so the native comparison serves all strings whose first difference is no surrogate.
 */
export const compareUtf8: StringCompare = (a, b) => {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let i = 0;
  while (i < length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === length) return a.length - b.length;
  const left = a.charCodeAt(i);
  const right = b.charCodeAt(i);
  const shift = (unit: number): number => (unit >= 0xe000 ? unit - 0x2000 : unit >= 0xd800 ? unit + 0x2000 : unit);
  return shift(left) - shift(right);
};

const compareDocs = (a: Doc, b: Doc, strings: StringCompare): number => {
  const left = Object.keys(a);
  const right = Object.keys(b);
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const leftName = left[i] as string;
    const rightName = right[i] as string;
    const x = a[leftName];
    const y = b[rightName];
    const byType = typeRank(x) - typeRank(y);
    if (byType !== 0) return byType;
    const byName = compareUtf8(leftName, rightName);
    if (byName !== 0) return byName;
    const byValue = compareValues(x, y, strings);
    if (byValue !== 0) return byValue;
  }
  return left.length - right.length;
};

const compareArrays = (a: Value[], b: Value[], strings: StringCompare): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i], b[i], strings);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

const bytesOf = (value: Binary): Uint8Array => value.buffer.subarray(0, value.position);
const text = (value: string | BSONSymbol): string => (typeof value === 'string' ? value : value.value);

/** Total order of BSON values. Absent counts as null. */
export const compareValues = (a: Value, b: Value, strings: StringCompare = compareUtf8): number => {
  const type = typeRank(a);
  const byType = type - typeRank(b);
  if (byType !== 0) return byType;
  switch (type) {
    case rank.number:
      return compareNumbers(a as Numeric, b as Numeric);
    case rank.string:
      return strings(text(a as string), text(b as string));
    case rank.object:
      return compareDocs(a as Doc, b as Doc, strings);
    case rank.array:
      return compareArrays(a as Value[], b as Value[], strings);
    case rank.binary: {
      const left = a as Binary;
      const right = b as Binary;
      return left.position - right.position || left.sub_type - right.sub_type || Buffer.compare(bytesOf(left), bytesOf(right));
    }
    case rank.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case rank.boolean:
      return Number(a) - Number(b);
    case rank.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case rank.timestamp:
      return (a as Timestamp).compare(b as Timestamp);
    case rank.regex:
      return (
        compareUtf8((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) ||
        compareUtf8((a as BSONRegExp).options, (b as BSONRegExp).options)
      );
    case rank.code:
    case rank.codeWithScope:
      return (
        compareUtf8((a as Code).code, (b as Code).code) ||
        compareDocs(((a as Code).scope ?? {}) as Doc, ((b as Code).scope ?? {}) as Doc, strings)
      );
  }
  return 0;
};

export const equalValues = (a: Value, b: Value, strings?: StringCompare): boolean => compareValues(a, b, strings) === 0;
