import { typeName } from '../../bson/types.js';
import { Decimal128, double, isNumeric, toNumber, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import type { Numeric } from '../../order/numbers.js';
import { DECIMAL, DOUBLE, integral, isLong, kindOf, type NumberKind, toBigInt } from '../values/numbers.js';
import { isNullish } from '../values/truth.js';
import { binary, type Family, unary } from './operands.js';

/** A result of functions that have no exact decimal form: decimals go through doubles and come back as decimals. */
const wrap = (result: number, kind: NumberKind): Value =>
  kind === DECIMAL
    ? Decimal128.fromString(Number.isFinite(result) ? String(result) : Number.isNaN(result) ? 'NaN' : result > 0 ? 'Infinity' : '-Infinity')
    : double(result);

/** A function of one number. `inDomain` is asked before; NaN is always let through. */
export const numeric = (compute: (value: number) => number, inDomain: (value: number) => boolean = () => true, code = 50989, need = '') =>
  unary((value, _scope, name) => {
    if (isNullish(value)) return null;
    if (!isNumeric(value)) throw new MongoError(28765, `${name} only supports numeric types, not ${typeName(value)}`);
    const number = toNumber(value);
    if (!Number.isNaN(number) && !inDomain(number)) throw new MongoError(code, `${need || `cannot apply ${name} to`} ${number}`);
    return wrap(compute(number), kindOf(value));
  });

const checkNumeric = (value: Value, name: string, what: string, code: number): Numeric => {
  if (!isNumeric(value)) throw new MongoError(code, `${name}'s ${what} must be numeric, not ${typeName(value)}`);
  return value;
};

const pow = (a: Value, b: Value): Value => {
  if (isNullish(a) || isNullish(b)) return null;
  const base = checkNumeric(a, '$pow', 'base', 28762);
  const exponent = checkNumeric(b, '$pow', 'exponent', 28763);
  if (toNumber(base) === 0 && toNumber(exponent) < 0) throw new MongoError(28764, '$pow cannot take a base of 0 and a negative exponent');
  const kind = Math.max(kindOf(base), kindOf(exponent)) as NumberKind;
  if (kind >= DOUBLE) return wrap(toNumber(base) ** toNumber(exponent), kind);
  const power = toBigInt(exponent);
  const size = Math.abs(toNumber(base));
  if (power < 0n || (size > 1 && power > 63n)) return double(toNumber(base) ** toNumber(exponent));
  // Only 0, 1 and -1 can have large exponents here; of those only the parity counts.
  const result = toBigInt(base) ** (power > 63n ? 62n + (power % 2n) : power);
  return isLong(result) ? integral(result, kind) : double(toNumber(base) ** toNumber(exponent));
};

const log = (a: Value, b: Value): Value => {
  if (isNullish(a) || isNullish(b)) return null;
  const argument = checkNumeric(a, '$log', 'argument', 28756);
  const base = checkNumeric(b, '$log', 'base', 28757);
  if (toNumber(argument) <= 0) throw new MongoError(28758, `$log's argument must be a positive number, but is ${toNumber(argument)}`);
  if (toNumber(base) <= 0 || toNumber(base) === 1)
    throw new MongoError(28759, `$log's base must be a positive number not equal to 1, but is ${toNumber(base)}`);
  return wrap(Math.log(toNumber(argument)) / Math.log(toNumber(base)), Math.max(kindOf(argument), kindOf(base)) as NumberKind);
};

const isPositive = (value: number): boolean => value > 0;

export const powers: Family = {
  $exp: numeric(Math.exp),
  $ln: numeric(Math.log, isPositive, 28766, "$ln's argument must be a positive number, but is"),
  $log: binary(log),
  $log10: numeric(Math.log10, isPositive, 28761, "$log10's argument must be a positive number, but is"),
  $pow: binary(pow),
  $sqrt: numeric(Math.sqrt, (value) => value >= 0, 28714, "$sqrt's argument must be greater than or equal to 0, but is"),
};
