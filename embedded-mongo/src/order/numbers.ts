import { Decimal128, Double } from '../bson/values.js';

export type Numeric = number | bigint | Double | Decimal128;

/** A decimal as integer · 10^exponent, or what it is when it is not finite. */
type Exact = { digits: bigint; exponent: number } | number;

const decimalExact = (value: Decimal128): Exact => {
  const text = value.toString();
  if (text === 'NaN') return Number.NaN;
  if (text.includes('Infinity')) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
};

/** A finite double is digits · 10^exponent exactly, because 2^-n = 5^n · 10^-n. */
const doubleExact = (value: number): Exact => {
  if (!Number.isFinite(value)) return value;
  if (Number.isInteger(value)) return { digits: BigInt(value), exponent: 0 };
  let scaled = value;
  let halvings = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    halvings++;
  }
  return { digits: BigInt(scaled) * 5n ** BigInt(halvings), exponent: -halvings };
};

const exact = (value: Numeric): Exact =>
  typeof value === 'bigint'
    ? { digits: value, exponent: 0 }
    : value instanceof Decimal128
      ? decimalExact(value)
      : doubleExact(value instanceof Double ? value.value : value);

const sign = (value: number | bigint): number => (value > 0 ? 1 : value < 0 ? -1 : 0);

/** Exponents of decimals reach ±6176: aligning them is bounded. */
const compareExact = (a: Exact, b: Exact): number => {
  if (typeof a === 'number' || typeof b === 'number') {
    const left = typeof a === 'number' ? a : 0;
    const right = typeof b === 'number' ? b : 0;
    return left < right ? -1 : left > right ? 1 : 0;
  }
  const exponent = Math.min(a.exponent, b.exponent);
  return sign(a.digits * 10n ** BigInt(a.exponent - exponent) - b.digits * 10n ** BigInt(b.exponent - exponent));
};

const isNaNumber = (value: Numeric): boolean =>
  typeof value === 'number'
    ? Number.isNaN(value)
    : value instanceof Double
      ? Number.isNaN(value.value)
      : value instanceof Decimal128 && value.toString() === 'NaN';

/** Numbers of all four types by value; NaN is equal to itself and below all others. */
export const compareNumbers = (a: Numeric, b: Numeric): number => {
  if (typeof a === 'number' && typeof b === 'number' && !Number.isNaN(a) && !Number.isNaN(b)) return a < b ? -1 : a > b ? 1 : 0;
  if (isNaNumber(a)) return isNaNumber(b) ? 0 : -1;
  if (isNaNumber(b)) return 1;
  if (a instanceof Decimal128 || b instanceof Decimal128) return compareExact(exact(a), exact(b));
  const left = a instanceof Double ? a.value : a;
  const right = b instanceof Double ? b.value : b;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The nearest double of a number and the sign and size of what the double misses. */
export const nearestDouble = (value: Numeric): { nearest: number; rest: number } => {
  if (typeof value === 'number') return { nearest: value, rest: 0 };
  if (value instanceof Double) return { nearest: value.value, rest: 0 };
  if (typeof value === 'bigint') {
    const nearest = Number(value);
    return { nearest, rest: Number(value - BigInt(nearest)) };
  }
  const nearest = Number(value.toString());
  const side = compareNumbers(value, nearest);
  if (side === 0 || !Number.isFinite(nearest)) return { nearest, rest: side };
  const a = exact(value) as { digits: bigint; exponent: number };
  const b = exact(nearest) as { digits: bigint; exponent: number };
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = a.digits * 10n ** BigInt(a.exponent - exponent) - b.digits * 10n ** BigInt(b.exponent - exponent);
  const rest = Number(`${difference}e${exponent}`);
  return { nearest, rest: rest === 0 ? side * Number.MIN_VALUE : rest };
};
