import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

export { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, MaxKey, MinKey, ObjectId, Timestamp };

/**
 * How BSON values live in memory. The four number types stay apart:
 * int32 = integral number, double = any other number or a `Double` where the number would read as an int32,
 * int64 = bigint, decimal = Decimal128.
 */
export type Value =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | Double
  | Decimal128
  | Date
  | ObjectId
  | Binary
  | BSONRegExp
  | BSONSymbol
  | Code
  | Timestamp
  | MinKey
  | MaxKey
  | Value[]
  | Doc;

export interface Doc {
  [field: string]: Value;
}

/** True for an embedded document: neither a scalar, nor an array, nor one of the BSON classes. */
export const isDoc = (value: unknown): value is Doc => {
  if (value === null || typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

export const hasOwn = Object.hasOwn as (doc: Doc, field: string) => boolean;

/** A field's value or undefined; never an inherited property. */
export const field = (doc: Doc, name: string): Value => (hasOwn(doc, name) ? doc[name] : undefined);

/** Sets a field, also one named like a property of Object.prototype. */
export const setField = (doc: Doc, name: string, value: Value): void => {
  if (name === '__proto__') Object.defineProperty(doc, name, { value, enumerable: true, configurable: true, writable: true });
  else doc[name] = value;
};

const INT32_MIN = -2_147_483_648;
const INT32_MAX = 2_147_483_647;
export const isInt32 = (value: number): boolean =>
  value >= INT32_MIN && value <= INT32_MAX && Number.isInteger(value) && !Object.is(value, -0);

/** The in-memory form of a double. */
export const double = (value: number): number | Double => (isInt32(value) ? new Double(value) : value);

export const isNumeric = (value: unknown): value is number | bigint | Double | Decimal128 =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Double || value instanceof Decimal128;

/** A number of any BSON type as a JavaScript number (rounded where it must be). */
export const toNumber = (value: number | bigint | Double | Decimal128): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'bigint'
      ? Number(value)
      : value instanceof Double
        ? value.value
        : Number(value.toString());

/** Deep copy of arrays and documents; scalars are immutable here and are shared. */
export const clone = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(clone);
  if (isDoc(value)) return cloneDoc(value);
  return value;
};

export const cloneDoc = (doc: Doc): Doc => {
  const copy: Doc = {};
  for (const name of Object.keys(doc)) setField(copy, name, clone(doc[name]));
  return copy;
};
