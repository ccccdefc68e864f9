import { Decimal128, Double, type Value } from '../../bson/values.js';
import { isZeroDecimal, toDecimal } from './decimal.js';

/** Truth of an aggregation value: false, null, what is missing and zero of any type are false; all else, also "" and [], is true. */
export const isTrue = (value: Value): boolean => {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'bigint':
      return value !== 0n;
    case 'undefined':
      return false;
  }
  if (value === null) return false;
  if (value instanceof Double) return value.value !== 0;
  if (value instanceof Decimal128) return !isZeroDecimal(toDecimal(value));
  return true;
};

export const isNullish = (value: Value): value is null | undefined => value === null || value === undefined;
