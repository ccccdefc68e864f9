import { typeName } from '../../bson/types.js';
import type { Doc, Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { asDate, zoneArgument } from '../values/as-date.js';
import { checkFormat, formatDate } from '../values/date-format.js';
import { parseDate } from '../values/date-parse.js';
import { utc } from '../values/time-zone.js';
import { isNullish } from '../values/truth.js';
import { type Family, named } from './operands.js';

const toText = (given: Doc): Value => {
  const { date, format, timezone } = given as { date: Value; format?: Value; timezone?: Value };
  const zone = zoneArgument('timezone' in given, timezone);
  if ('format' in given && !isNullish(format)) {
    if (typeof format !== 'string')
      throw new MongoError(18533, `$dateToString requires that 'format' be a string, found: ${typeName(format)}`);
    checkFormat(format);
  }
  if (isNullish(date)) return 'onNull' in given ? given.onNull : null;
  if (!zone || ('format' in given && isNullish(format))) return null;
  return formatDate(asDate(date), (format as string | undefined) ?? `%Y-%m-%dT%H:%M:%S.%L${zone === utc ? 'Z' : ''}`, zone);
};

const fromText = (given: Doc): Value => {
  const { dateString, format, timezone } = given as { dateString: Value; format?: Value; timezone?: Value };
  const zone = zoneArgument('timezone' in given, timezone);
  if (isNullish(dateString)) return 'onNull' in given ? given.onNull : null;
  if (!zone || ('format' in given && isNullish(format))) return null;
  if (format !== undefined && typeof format !== 'string')
    throw new MongoError(40684, `$dateFromString requires that 'format' be a string, found: ${typeName(format)}`);
  try {
    if (typeof dateString !== 'string')
      throw new MongoError(241, `$dateFromString requires that 'dateString' be a string, found: ${typeName(dateString)}`);
    return parseDate(dateString, format, zone);
  } catch (error) {
    if (error instanceof MongoError && error.code === 241 && 'onError' in given) return given.onError;
    throw error;
  }
};

export const dateText: Family = {
  $dateFromString: named(
    ['dateString'],
    ['format', 'timezone', 'onNull', 'onError'],
    { notObject: 40540, unknown: 40541, missing: 40542 },
    fromText,
  ),
  $dateToString: named(['date'], ['format', 'timezone', 'onNull'], { notObject: 18629, unknown: 18534, missing: 18628 }, toText),
};
