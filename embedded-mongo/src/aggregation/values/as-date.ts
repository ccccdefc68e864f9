import { typeName } from '../../bson/types.js';
import { ObjectId, Timestamp, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { utc, type Zone, zoneOf } from './time-zone.js';

/** Dates, and the moments that timestamps and ObjectIds carry. */
export const isDateLike = (value: Value): value is Date | Timestamp | ObjectId =>
  value instanceof Date || value instanceof Timestamp || value instanceof ObjectId;

export const asDate = (value: Value, code = 16006): Date => {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.getHighBitsUnsigned() * 1000);
  throw new MongoError(code, `can't convert from BSON type ${value === undefined ? 'missing' : typeName(value)} to Date`);
};

/** A `timezone` argument: UTC where none is given; undefined where it is null. */
export const zoneArgument = (given: boolean, value: Value): Zone | undefined => {
  if (!given) return utc;
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'string') throw new MongoError(40517, `timezone must evaluate to a string, found ${typeName(value)}`);
  return zoneOf(value);
};
