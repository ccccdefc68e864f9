import { typeName } from '../../bson/types.js';
import { double, isNumeric, toNumber, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { isNullish } from '../values/truth.js';
import { binary, type Family } from './operands.js';
import { numeric } from './powers.js';

const finite = Number.isFinite;
const withinOne = (value: number): boolean => value >= -1 && value <= 1;

const atan2 = (a: Value, b: Value): Value => {
  if (isNullish(a) || isNullish(b)) return null;
  for (const value of [a, b])
    if (!isNumeric(value)) throw new MongoError(51044, `$atan2 only supports numeric types, not ${typeName(value)}`);
  return double(Math.atan2(toNumber(a as number), toNumber(b as number)));
};

export const trigonometry: Family = {
  $acos: numeric(Math.acos, withinOne),
  $acosh: numeric(Math.acosh, (value) => value >= 1),
  $asin: numeric(Math.asin, withinOne),
  $asinh: numeric(Math.asinh),
  $atan: numeric(Math.atan),
  $atan2: binary(atan2),
  $atanh: numeric(Math.atanh, withinOne),
  $cos: numeric(Math.cos, finite),
  $cosh: numeric(Math.cosh),
  $degreesToRadians: numeric((value) => (value * Math.PI) / 180),
  $radiansToDegrees: numeric((value) => (value * 180) / Math.PI),
  $sin: numeric(Math.sin, finite),
  $sinh: numeric(Math.sinh),
  $tan: numeric(Math.tan, finite),
  $tanh: numeric(Math.tanh),
};
