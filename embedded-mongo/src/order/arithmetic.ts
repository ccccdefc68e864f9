import { Decimal128, Double, double, isInt32, toNumber } from '../bson/values.js';
import type { Numeric } from './numbers.js';

const INT64_MAX = 0x7fff_ffff_ffff_ffffn;
const INT64_MIN = -0x8000_0000_0000_0000n;

const isInteger = (value: Numeric): value is number | bigint => typeof value === 'bigint' || (typeof value === 'number' && isInt32(value));

/** A result of integer arithmetic: int32 while it fits and both were int32, else int64; undefined beyond int64. */
const integer = (value: bigint, wide: boolean): Numeric | undefined => {
  if (value > INT64_MAX || value < INT64_MIN) return undefined;
  return !wide && isInt32(Number(value)) ? Number(value) : value;
};

/** Decimal results carry the precision of a double's shortest text; a sum of integers stays exact. */
const decimal = (value: number): Decimal128 =>
  Decimal128.fromString(Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity');

const decimalParts = (value: Numeric): { digits: bigint; scale: number } | undefined => {
  const text = value instanceof Decimal128 ? value.toString() : value instanceof Double ? String(value.value) : String(value);
  const parsed = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!parsed) return undefined;
  const [, minus, whole = '0', fraction = '', exponent = '0'] = parsed;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(`${minus}${whole}${fraction}`);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
};

const printScaled = (digits: bigint, scale: number): string => {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const sign = digits < 0n ? '-' : '';
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
};

const decimalResult = (operation: 'add' | 'multiply', a: Numeric, b: Numeric): Decimal128 => {
  const left = decimalParts(a);
  const right = decimalParts(b);
  if (!left || !right) return decimal(operation === 'add' ? toNumber(a) + toNumber(b) : toNumber(a) * toNumber(b));
  if (operation === 'multiply') return Decimal128.fromStringWithRounding(printScaled(left.digits * right.digits, left.scale + right.scale));
  const scale = Math.max(left.scale, right.scale);
  const sum = left.digits * 10n ** BigInt(scale - left.scale) + right.digits * 10n ** BigInt(scale - right.scale);
  return Decimal128.fromStringWithRounding(printScaled(sum, scale));
};

const combine = (operation: 'add' | 'multiply', a: Numeric, b: Numeric): Numeric | undefined => {
  if (a instanceof Decimal128 || b instanceof Decimal128) return decimalResult(operation, a, b);
  if (isInteger(a) && isInteger(b)) {
    const wide = typeof a === 'bigint' || typeof b === 'bigint';
    if (!wide) {
      const fast = operation === 'add' ? a + b : a * b;
      if (isInt32(fast)) return fast;
      if (fast === 0) return 0;
    }
    const exact = operation === 'add' ? BigInt(a) + BigInt(b) : BigInt(a) * BigInt(b);
    return integer(exact, wide);
  }
  const left = toNumber(a);
  const right = toNumber(b);
  return double(operation === 'add' ? left + right : left * right);
};

/** Sum in MongoDB's types: int32, then int64, double with a double, decimal with a decimal; undefined beyond int64. */
export const add = (a: Numeric, b: Numeric): Numeric | undefined => combine('add', a, b);

export const multiply = (a: Numeric, b: Numeric): Numeric | undefined => combine('multiply', a, b);

/** Sum or product of expressions: integers beyond int64 become doubles. */
export const orDouble = (result: Numeric | undefined, approximation: number): Numeric => result ?? double(approximation);

export const negate = (value: Numeric): Numeric => {
  if (value instanceof Decimal128) return multiply(value, -1) as Numeric;
  if (typeof value === 'bigint') return -value;
  if (value instanceof Double) return double(-value.value);
  return value === 0 ? 0 : -value;
};
