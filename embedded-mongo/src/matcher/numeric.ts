import { Binary, type Decimal128, type Double, isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import type { ValueTest } from './path.js';

const truncated = (value: number | bigint | Double | Decimal128): bigint | undefined => {
  if (typeof value === 'bigint') return value;
  const number = toNumber(value);
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined;
};

/** $mod: [divisor, remainder] on the integral part of a number. */
export const modTest = (operand: Value): ValueTest => {
  if (!Array.isArray(operand)) throw new MongoError('BadValue', 'malformed mod, needs to be an array');
  if (operand.length < 2) throw new MongoError('BadValue', 'malformed mod, not enough elements');
  if (operand.length > 2) throw new MongoError('BadValue', 'malformed mod, too many elements');
  const [first, second] = operand;
  if (!isNumeric(first)) throw new MongoError('BadValue', 'malformed mod, divisor not a number');
  if (!isNumeric(second)) throw new MongoError('BadValue', 'malformed mod, remainder not a number');
  const divisor = truncated(first);
  const remainder = truncated(second);
  if (divisor === undefined)
    throw new MongoError('BadValue', 'malformed mod, divisor value is invalid :: caused by :: Unable to coerce NaN/Inf to integral type');
  if (remainder === undefined)
    throw new MongoError('BadValue', 'malformed mod, remainder value is invalid :: caused by :: Unable to coerce NaN/Inf to integral type');
  if (divisor === 0n) throw new MongoError('BadValue', 'divisor cannot be 0');
  return (value) => {
    if (!isNumeric(value)) return false;
    const whole = truncated(value);
    return whole !== undefined && whole % divisor === remainder;
  };
};

/** The operand of the bit tests as bit positions. */
const positions = (operator: string, operand: Value): number[] => {
  if (Array.isArray(operand)) {
    return operand.map((bit) => {
      if (!isNumeric(bit) || !Number.isInteger(toNumber(bit)))
        throw new MongoError('BadValue', `Failed to parse bit position. Expected an integer`);
      if (toNumber(bit) < 0)
        throw new MongoError('BadValue', `Failed to parse bit position. Expected a non-negative number in: ${operator}`);
      return toNumber(bit);
    });
  }
  if (operand instanceof Binary) {
    const bits: number[] = [];
    operand.buffer.subarray(0, operand.position).forEach((byte, i) => {
      for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) bits.push(i * 8 + bit);
    });
    return bits;
  }
  if (!isNumeric(operand) || !Number.isInteger(toNumber(operand))) {
    throw new MongoError('BadValue', `${operator} takes an Array, a number, or a BinData but received: ${show(operand)}`);
  }
  const mask = truncated(operand) as bigint;
  if (mask < 0n) throw new MongoError('FailedToParse', `Expected a non-negative number in: ${operator}: ${mask}`);
  const bits: number[] = [];
  for (let bit = 0; mask >> BigInt(bit) > 0n; bit++) if ((mask >> BigInt(bit)) & 1n) bits.push(bit);
  return bits;
};

const hasBit = (value: Value, bit: number): boolean | undefined => {
  if (value instanceof Binary) {
    const byte = value.buffer.subarray(0, value.position)[bit >> 3] ?? 0;
    return (byte & (1 << (bit & 7))) !== 0;
  }
  if (!isNumeric(value)) return undefined;
  if (typeof value !== 'bigint' && !Number.isInteger(toNumber(value))) return undefined;
  const whole = truncated(value) as bigint;
  if (whole > 0x7fff_ffff_ffff_ffffn || whole < -0x8000_0000_0000_0000n) return undefined;
  return ((whole >> BigInt(Math.min(bit, 63))) & 1n) === 1n;
};

/** $bitsAllSet, $bitsAllClear, $bitsAnySet, $bitsAnyClear. */
export const bitTest = (operator: string, operand: Value): ValueTest => {
  const bits = positions(operator, operand);
  const wanted = operator.endsWith('Set');
  const every = operator.startsWith('$bitsAll');
  return (value) => {
    if (hasBit(value, 0) === undefined) return false;
    const test = (bit: number): boolean => hasBit(value, bit) === wanted;
    return every ? bits.every(test) : bits.some(test);
  };
};
