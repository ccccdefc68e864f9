import { typeName } from '../../bson/types.js';
import { Decimal128, double, isNumeric, toNumber, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { fromDecimal, type Rounding, roundDecimal, toDecimal } from '../values/decimal.js';
import { asInt32, DOUBLE, integral, isLong, kindOf, toBigInt } from '../values/numbers.js';
import { isNullish } from '../values/truth.js';
import { between, type Family, unary } from './operands.js';

/** A finite double in decimal digits, exactly: whether a number is a tie does not show in its shortest text. */
const exactDigits = (value: number): { digits: bigint; exponent: number } => {
  let scaled = value;
  let halvings = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    halvings++;
  }
  return { digits: BigInt(scaled) * 5n ** BigInt(halvings), exponent: -halvings };
};

const roundDouble = (value: number, place: number, rounding: Rounding): number => {
  if (!Number.isFinite(value)) return value;
  const rounded = roundDecimal(exactDigits(value), place, rounding);
  if (typeof rounded === 'number') return rounded;
  const result = Number(`${rounded.digits}e${rounded.exponent}`);
  return result === 0 && (value < 0 || Object.is(value, -0)) ? -0 : result;
};

const roundInteger = (value: number | bigint, place: number, rounding: Rounding): Value => {
  const kind = kindOf(value);
  if (place >= 0) return value;
  const rounded = roundDecimal({ digits: BigInt(value), exponent: 0 }, place, rounding);
  if (typeof rounded === 'number') return rounded;
  const whole = rounded.digits * 10n ** BigInt(Math.max(0, rounded.exponent));
  if (!isLong(whole)) throw new MongoError(51080, 'Invalid conversion to long during $round');
  return integral(whole, kind);
};

const placeOf = (value: Value, name: string): number => {
  const place = asInt32(value);
  if (place === undefined)
    throw new MongoError(isNumeric(value) ? 51082 : 16004, `precision argument to  ${name} must be a integral value`);
  if (place < -20 || place > 100)
    throw new MongoError(51083, `cannot apply ${name} with precision value ${place} value must be in [-20, 100]`);
  return place;
};

const atPlace = (rounding: Rounding) =>
  between(1, 2, (values, _scope, name) => {
    const [value, given = 0] = values;
    if (isNullish(value) || (values.length === 2 && isNullish(values[1]))) return null;
    if (!isNumeric(value)) throw new MongoError(51081, `${name} only supports numeric types, not ${typeName(value)}`);
    const place = placeOf(given, name);
    if (value instanceof Decimal128) return fromDecimal(roundDecimal(toDecimal(value), place, rounding));
    if (kindOf(value) === DOUBLE) return double(roundDouble(toNumber(value), place, rounding));
    return roundInteger(value as number | bigint, place, rounding);
  });

const toWhole = (rounding: 'floor' | 'ceil') =>
  unary((value, _scope, name) => {
    if (isNullish(value)) return null;
    if (!isNumeric(value)) throw new MongoError(28765, `${name} only supports numeric types, not ${typeName(value)}`);
    if (value instanceof Decimal128) return fromDecimal(roundDecimal(toDecimal(value), 0, rounding));
    if (kindOf(value) === DOUBLE) return double(Math[rounding](toNumber(value)));
    return integral(toBigInt(value), kindOf(value));
  });

export const rounding: Family = {
  $ceil: toWhole('ceil'),
  $floor: toWhole('floor'),
  /** Half to even: 2.5 and 1.5 both give 2. */
  $round: atPlace('even'),
  $trunc: atPlace('trunc'),
};
