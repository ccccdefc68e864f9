import { Decimal128, Double } from '../../bson/values.js';
import type { Numeric } from '../../order/numbers.js';

/** digits · 10^exponent, or NaN and the infinities as they are. */
export type Decimal = { readonly digits: bigint; readonly exponent: number } | number;

const PRECISION = 34;
const LIMIT = 10n ** BigInt(PRECISION);

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

const parse = (text: string): Decimal => {
  if (text === 'NaN') return Number.NaN;
  if (text.includes('Infinity')) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
};

/** A double counts with 15 significant digits, as MongoDB converts it. */
export const toDecimal = (value: Numeric): Decimal => {
  if (value instanceof Decimal128) return parse(value.toString());
  if (typeof value === 'bigint') return { digits: value, exponent: 0 };
  const isDouble = value instanceof Double || !Number.isInteger(value) || Math.abs(value) > 2_147_483_648;
  const number = value instanceof Double ? value.value : value;
  if (!Number.isFinite(number)) return number;
  return isDouble ? parse(number.toPrecision(15)) : { digits: BigInt(number), exponent: 0 };
};

/** Division that rounds half to even. */
const roundedQuotient = (dividend: bigint, divisor: bigint): bigint => {
  const quotient = dividend / divisor;
  const twice = abs(dividend % divisor) * 2n;
  const size = abs(divisor);
  if (twice < size || (twice === size && quotient % 2n === 0n)) return quotient;
  return quotient + (dividend < 0n === divisor < 0n ? 1n : -1n);
};

/** Rounds to 34 significant digits, half to even, and gives the BSON value. */
export const fromDecimal = (value: Decimal): Decimal128 => {
  if (typeof value === 'number') return Decimal128.fromString(Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity');
  let { digits, exponent } = value;
  while (abs(digits) >= LIMIT) {
    const excess = abs(digits).toString().length - PRECISION;
    digits = roundedQuotient(digits, 10n ** BigInt(excess));
    exponent += excess;
  }
  if (exponent > 6144) return Decimal128.fromString(digits < 0n ? '-Infinity' : 'Infinity');
  return Decimal128.fromStringWithRounding(`${digits}E${exponent}`);
};

const aligned = (a: { digits: bigint; exponent: number }, b: { digits: bigint; exponent: number }): [bigint, bigint, number] => {
  const exponent = Math.min(a.exponent, b.exponent);
  return [a.digits * 10n ** BigInt(a.exponent - exponent), b.digits * 10n ** BigInt(b.exponent - exponent), exponent];
};

const asNumber = (value: Decimal): number => (typeof value === 'number' ? value : Number(value.digits > 0n) - Number(value.digits < 0n));

export const addDecimals = (a: Decimal, b: Decimal): Decimal => {
  if (typeof a === 'number' || typeof b === 'number') return (typeof a === 'number' ? a : 0) + (typeof b === 'number' ? b : 0);
  const [left, right, exponent] = aligned(a, b);
  return { digits: left + right, exponent };
};

export const negate = (a: Decimal): Decimal => (typeof a === 'number' ? -a : { digits: -a.digits, exponent: a.exponent });

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => {
  if (typeof a === 'number' || typeof b === 'number') return asNumber(a) * asNumber(b);
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
};

/** The divisor is not zero. */
export const divideDecimals = (a: Decimal, b: Decimal): Decimal => {
  if (typeof b === 'number') return typeof a === 'number' || Number.isNaN(b) ? Number.NaN : { digits: 0n, exponent: 0 };
  if (typeof a === 'number') return a * (b.digits < 0n ? -1 : 1);
  // Exact quotients keep their shortest form; the others get more digits than remain.
  let shift = Math.max(0, b.digits.toString().length - a.digits.toString().length + PRECISION + 3);
  let digits = (a.digits * 10n ** BigInt(shift)) / b.digits;
  const exact = digits * b.digits === a.digits * 10n ** BigInt(shift);
  if (!exact) digits = digits * 10n + (a.digits < 0n === b.digits < 0n ? 1n : -1n);
  shift += exact ? 0 : 1;
  let exponent = a.exponent - b.exponent - shift;
  const ideal = a.exponent - b.exponent;
  while (exact && exponent < ideal && digits % 10n === 0n) {
    digits /= 10n;
    exponent++;
  }
  return { digits, exponent };
};

/** Remainder with the sign of the dividend; the divisor is not zero. */
export const modDecimals = (a: Decimal, b: Decimal): Decimal => {
  if (typeof a === 'number' || (typeof b === 'number' && Number.isNaN(b))) return Number.NaN;
  if (typeof b === 'number') return a;
  const [left, right, exponent] = aligned(a, b);
  return { digits: left % right, exponent };
};

export type Rounding = 'trunc' | 'floor' | 'ceil' | 'even';

/** Rounds at the given decimal place (negative: before the point). */
export const roundDecimal = (value: Decimal, place: number, rounding: Rounding): Decimal => {
  if (typeof value === 'number' || value.exponent >= -place) return value;
  const unit = 10n ** BigInt(-place - value.exponent);
  const { digits } = value;
  const whole = digits / unit;
  const rest = digits % unit;
  const exponent = -place;
  if (rounding === 'even') return { digits: roundedQuotient(digits, unit), exponent };
  if (rounding === 'floor' && rest < 0n) return { digits: whole - 1n, exponent };
  if (rounding === 'ceil' && rest > 0n) return { digits: whole + 1n, exponent };
  return { digits: whole, exponent };
};

export const isZeroDecimal = (value: Decimal): boolean => typeof value !== 'number' && value.digits === 0n;
