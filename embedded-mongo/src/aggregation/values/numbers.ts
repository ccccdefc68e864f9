import { Decimal128, Double, double, isInt32, isNumeric, type Value } from '../../bson/values.js';
import type { Numeric } from '../../order/numbers.js';

/** The four number types, narrow to wide: a result has the widest type of its operands. */
export type NumberKind = 0 | 1 | 2 | 3;
export const INT: NumberKind = 0;
export const LONG: NumberKind = 1;
export const DOUBLE: NumberKind = 2;
export const DECIMAL: NumberKind = 3;

export const LONG_MIN = -0x8000_0000_0000_0000n;
export const LONG_MAX = 0x7fff_ffff_ffff_ffffn;
export const isLong = (value: bigint): boolean => value >= LONG_MIN && value <= LONG_MAX;

export const kindOf = (value: Numeric): NumberKind => {
  if (typeof value === 'number') return isInt32(value) ? INT : DOUBLE;
  if (typeof value === 'bigint') return LONG;
  return value instanceof Double ? DOUBLE : DECIMAL;
};

/** Integers of any type as bigint, doubles and decimals cut to their whole part; the value is finite. */
export const toBigInt = (value: Numeric): bigint => {
  if (typeof value === 'bigint') return value;
  if (value instanceof Decimal128) return wholeOfDecimal(value.toString());
  return BigInt(Math.trunc(value instanceof Double ? value.value : value));
};

const wholeOfDecimal = (text: string): bigint => {
  const [mantissa = '0', exponentText = '0'] = text.toLowerCase().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const exponent = Number(exponentText) - fraction.length;
  const digits = BigInt(whole + fraction);
  return exponent >= 0 ? digits * 10n ** BigInt(exponent) : digits / 10n ** BigInt(-exponent);
};

/**
 * An integral result under the rule of MongoDB's arithmetic: it stays an int when the operands were ints and it fits,
 * becomes a long when it does not, and a double when no long holds it.
 */
export const integral = (value: bigint, kind: NumberKind): Value => {
  if (kind === INT && value >= -0x8000_0000n && value <= 0x7fff_ffffn) return Number(value);
  return isLong(value) ? value : double(Number(value));
};

export const isNaNValue = (value: Value): boolean =>
  typeof value === 'number'
    ? Number.isNaN(value)
    : value instanceof Double
      ? Number.isNaN(value.value)
      : value instanceof Decimal128 && value.toString() === 'NaN';

/** A number of any type that is a whole number within int32 (1, 1.0, long 1, decimal 1), else undefined. */
export const asInt32 = (value: Value): number | undefined => {
  if (typeof value === 'number') return isInt32(value) ? value : Object.is(value, -0) ? 0 : undefined;
  if (!isNumeric(value)) return undefined;
  const number = value instanceof Double ? value.value : Number(value.toString());
  return isInt32(number) ? number : Object.is(number, -0) ? 0 : undefined;
};

/** A whole number of any type within int64 as bigint, else undefined. */
export const asLong = (value: Value): bigint | undefined => {
  if (!isNumeric(value)) return undefined;
  if (typeof value === 'bigint') return value;
  const number = typeof value === 'number' ? value : value instanceof Double ? value.value : Number(value.toString());
  if (!Number.isInteger(number)) return undefined;
  const whole = toBigInt(value);
  return isLong(whole) ? whole : undefined;
};
