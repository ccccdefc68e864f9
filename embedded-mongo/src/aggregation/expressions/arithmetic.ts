import { typeName } from '../../bson/types.js';
import { Decimal128, Double, double, isInt32, isNumeric, toNumber, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import type { Numeric } from '../../order/numbers.js';
import {
  addDecimals,
  divideDecimals,
  fromDecimal,
  isZeroDecimal,
  modDecimals,
  multiplyDecimals,
  negate,
  toDecimal,
} from '../values/decimal.js';
import { DECIMAL, DOUBLE, INT, integral, kindOf, LONG_MIN, type NumberKind, toBigInt } from '../values/numbers.js';
import { Sum } from '../values/sum.js';
import { isNullish } from '../values/truth.js';
import { binary, type Family, unary, variadic } from './operands.js';

/** Wider type of two numbers. */
const wider = (a: Numeric, b: Numeric): NumberKind => Math.max(kindOf(a), kindOf(b)) as NumberKind;

/** The result of integer arithmetic on ints, exact in a double: an int, or a long where it does not fit. */
const integerOf = (value: number): Value => (isInt32(value) ? value : value === 0 ? 0 : BigInt(value));

const addQuickly = (a: number, b: number): Value => {
  const sum = a + b;
  return kindOf(a) === INT && kindOf(b) === INT ? integerOf(sum) : double(sum);
};

const shiftDate = (date: Date, milliseconds: number): Date => {
  const shifted = new Date(date.getTime() + milliseconds);
  if (Number.isNaN(shifted.getTime())) throw new MongoError('Overflow', 'date overflow');
  return shifted;
};

const add = (values: Value[]): Value => {
  if (values.length === 2 && typeof values[0] === 'number' && typeof values[1] === 'number') return addQuickly(values[0], values[1]);
  if (values.some(isNullish)) return null;
  let date: Date | undefined;
  const sum = new Sum();
  for (const value of values) {
    if (value instanceof Date) {
      if (date) throw new MongoError(16612, 'only one date allowed in an $add expression');
      date = value;
    } else if (isNumeric(value)) sum.add(value);
    else throw new MongoError(16554, `$add only supports numeric or date types, not ${typeName(value)}`);
  }
  const total = sum.total();
  return date ? shiftDate(date, Math.round(toNumber(total as Numeric))) : total;
};

const subtract = (a: Value, b: Value): Value => {
  if (typeof a === 'number' && typeof b === 'number') return kindOf(a) === INT && kindOf(b) === INT ? integerOf(a - b) : double(a - b);
  if (isNullish(a) || isNullish(b)) return null;
  if (isNumeric(a) && isNumeric(b)) {
    const kind = wider(a, b);
    if (kind === DECIMAL) return fromDecimal(addDecimals(toDecimal(a), negate(toDecimal(b))));
    if (kind === DOUBLE) return double(toNumber(a) - toNumber(b));
    return integral(toBigInt(a) - toBigInt(b), kind);
  }
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return shiftDate(a, -Math.round(toNumber(b)));
  throw new MongoError(16556, `can't $subtract ${typeName(b)} from ${typeName(a)}`);
};

/** Products within 2^53 are exact in a double. */
const multiplyQuickly = (a: number, b: number): Value => {
  const product = a * b;
  if (kindOf(a) === INT && kindOf(b) === INT)
    return Number.isSafeInteger(product) ? integerOf(product) : integral(BigInt(a) * BigInt(b), INT);
  return double(product);
};

const multiply = (values: Value[]): Value => {
  if (values.length === 2 && typeof values[0] === 'number' && typeof values[1] === 'number') return multiplyQuickly(values[0], values[1]);
  if (values.some(isNullish)) return null;
  let product: Numeric = 1;
  for (const value of values) {
    if (!isNumeric(value)) throw new MongoError(16555, `$multiply only supports numeric types, not ${typeName(value)}`);
    const kind = wider(product, value);
    if (kind === DECIMAL) product = fromDecimal(multiplyDecimals(toDecimal(product), toDecimal(value)));
    else if (kind === DOUBLE) product = double(toNumber(product) * toNumber(value));
    else product = integral(toBigInt(product) * toBigInt(value), kind) as Numeric;
  }
  return product;
};

const divide = (a: Value, b: Value): Value => {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b))
    throw new MongoError('TypeMismatch', `$divide only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  if (wider(a, b) === DECIMAL) {
    const divisor = toDecimal(b);
    if (isZeroDecimal(divisor)) throw new MongoError('BadValue', "can't $divide by zero");
    return fromDecimal(divideDecimals(toDecimal(a), divisor));
  }
  const divisor = toNumber(b);
  if (divisor === 0) throw new MongoError('BadValue', "can't $divide by zero");
  return double(toNumber(a) / divisor);
};

const mod = (a: Value, b: Value): Value => {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b))
    throw new MongoError(16611, `$mod only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  const kind = wider(a, b);
  if (kind === DECIMAL ? isZeroDecimal(toDecimal(b)) : toNumber(b) === 0) throw new MongoError(16610, "can't $mod by zero");
  if (kind === DECIMAL) return fromDecimal(modDecimals(toDecimal(a), toDecimal(b)));
  if (kind === DOUBLE) return double(toNumber(a) % toNumber(b));
  return integral(toBigInt(a) % toBigInt(b), kind);
};

const absDecimal = (value: Decimal128): Value => {
  const decimal = toDecimal(value);
  if (typeof decimal === 'number') return fromDecimal(Math.abs(decimal));
  return fromDecimal(decimal.digits < 0n ? negate(decimal) : decimal);
};

const abs = (value: Value): Value => {
  if (isNullish(value)) return null;
  if (!isNumeric(value)) throw new MongoError(28765, `$abs only supports numeric types, not ${typeName(value)}`);
  if (value instanceof Decimal128) return absDecimal(value);
  if (typeof value === 'bigint') {
    if (value === LONG_MIN) throw new MongoError(28680, "can't take $abs of long long min");
    return value < 0n ? -value : value;
  }
  if (value instanceof Double) return double(Math.abs(value.value));
  return kindOf(value) === INT ? integral(BigInt(Math.abs(value)), INT) : double(Math.abs(value));
};

const checkBits = (value: Value, name: string): number | bigint => {
  if (isNumeric(value) && kindOf(value) < DOUBLE) return value as number | bigint;
  throw new MongoError('TypeMismatch', `${name} only supports int and long operands, not ${typeName(value)}`);
};

const bitwise = (combine: (a: bigint, b: bigint) => bigint, start: bigint) =>
  variadic((values, _scope, name) => {
    if (values.some(isNullish)) return null;
    const bits = values.map((value) => checkBits(value, name));
    const kind = bits.reduce<NumberKind>((widest, value) => Math.max(widest, kindOf(value)) as NumberKind, INT);
    return integral(
      bits.reduce<bigint>((result, value) => combine(result, BigInt(value)), start),
      kind,
    );
  });

export const arithmetic: Family = {
  $abs: unary(abs),
  $add: variadic(add),
  $bitAnd: bitwise((a, b) => a & b, -1n),
  $bitNot: unary((value, _scope, name) => {
    if (isNullish(value)) return null;
    const bits = checkBits(value, name);
    return integral(~BigInt(bits), kindOf(bits));
  }),
  $bitOr: bitwise((a, b) => a | b, 0n),
  $bitXor: bitwise((a, b) => a ^ b, 0n),
  $divide: binary(divide),
  $mod: binary(mod),
  $multiply: variadic(multiply),
  $subtract: binary(subtract),
};
