import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { asDate, zoneArgument } from '../values/as-date.js';
import { dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, isoYearStart, utcTime, weekOfYear } from '../values/calendar.js';
import { asLong } from '../values/numbers.js';
import { fromLocal } from '../values/time-zone.js';
import { isNullish, isTrue } from '../values/truth.js';
import { type Family, named, namedArguments, type Operator, ofAll } from './operands.js';

const noDate = { notObject: 40539, unknown: 40535, missing: 40539 };

/** {$year: date} or {$year: {date, timezone}}. */
const part = (read: (local: Date) => Value): Operator => {
  const apply = (value: Value, hasZone: boolean, zoneName: Value): Value => {
    const zone = zoneArgument(hasZone, zoneName);
    if (isNullish(value) || !zone) return null;
    const date = asDate(value);
    return read(new Date(date.getTime() + zone(date.getTime())));
  };
  return (operand, scope, name) => {
    if (isDoc(operand) && !Object.keys(operand)[0]?.startsWith('$')) {
      const given = namedArguments(name, operand, ['date'], ['timezone'], noDate);
      const hasZone = given.timezone !== undefined;
      return ofAll([scope.compile(given.date), scope.compile(given.timezone)], ([date, zone]) => apply(date, hasZone, zone));
    }
    if (Array.isArray(operand) && operand.length !== 1) {
      throw new MongoError(40536, `${name} accepts exactly one argument if given an array, but was given ${operand.length}`);
    }
    return ofAll([scope.compile(Array.isArray(operand) ? operand[0] : operand)], ([date]) => apply(date, false, undefined));
  };
};

const toParts = (given: Doc): Value => {
  const zone = zoneArgument('timezone' in given, given.timezone);
  const iso = given.iso8601;
  if ('iso8601' in given && isNullish(iso)) return null;
  if ('iso8601' in given && typeof iso !== 'boolean')
    throw new MongoError(40521, `iso8601 must evaluate to a bool, found ${typeName(iso)}`);
  if (isNullish(given.date) || !zone) return null;
  const date = asDate(given.date);
  const local = new Date(date.getTime() + zone(date.getTime()));
  const time = {
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
  };
  const week = isoWeek(local);
  return isTrue(iso)
    ? { isoWeekYear: week.year, isoWeek: week.week, isoDayOfWeek: isoDayOfWeek(local), ...time }
    : { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate(), ...time };
};

const TIME = ['hour', 'minute', 'second', 'millisecond'];
const CALENDAR = ['month', 'day'];
const ISO = ['isoWeek', 'isoDayOfWeek'];

const fromParts = (given: Doc): Value => {
  const zone = zoneArgument('timezone' in given, given.timezone);
  const number = (name: string, fallback: number): number | undefined => {
    if (!Object.hasOwn(given, name)) return fallback;
    const value = given[name];
    if (isNullish(value)) return undefined;
    const whole = asLong(value);
    if (whole === undefined) throw new MongoError(40515, `'${name}' must evaluate to an integer, found ${typeName(value)}`);
    if (whole < -32_768n || whole > 32_767n)
      throw new MongoError(31034, `'${name}' must evaluate to a value in the range [-32768, 32767]; value ${whole} is not in range`);
    return Number(whole);
  };
  const byWeek = Object.hasOwn(given, 'isoWeekYear');
  const year = number(byWeek ? 'isoWeekYear' : 'year', 0);
  const [second, third] = (byWeek ? ISO : CALENDAR).map((name) => number(name, 1));
  const [hour, minute, seconds, millisecond] = TIME.map((name) => number(name, 0));
  if ([year, second, third, hour, minute, seconds, millisecond].includes(undefined) || !zone) return null;
  if ((year as number) < 1 || (year as number) > 9999) {
    throw new MongoError(
      byWeek ? 31095 : 40523,
      `'${byWeek ? 'isoWeekYear' : 'year'}' must evaluate to an integer in the range 1 to 9999, found ${year}`,
    );
  }
  const time = (hour as number) * 3_600_000 + (minute as number) * 60_000 + (seconds as number) * 1000 + (millisecond as number);
  const day = byWeek
    ? isoYearStart(year as number) + ((second as number) - 1) * 604_800_000 + ((third as number) - 1) * 86_400_000
    : utcTime(year as number, second, third);
  return new Date(fromLocal(day + time, zone));
};

const partsErrors = { notObject: 40519, unknown: 40518, missing: 40516 };

const dateFromParts: Operator = (operand, scope, name) => {
  const byWeek = isDoc(operand) && operand.isoWeekYear !== undefined;
  if (byWeek && [...CALENDAR, 'year'].some((field) => Object.hasOwn(operand, field))) {
    throw new MongoError(40489, '$dateFromParts does not allow mixing natural dates with ISO dates');
  }
  return named(
    [byWeek ? 'isoWeekYear' : 'year'],
    [...(byWeek ? ISO : CALENDAR), ...TIME, 'timezone'],
    partsErrors,
    fromParts,
  )(operand, scope, name);
};

export const dateParts: Family = {
  $dateFromParts: dateFromParts,
  $dateToParts: named(['date'], ['timezone', 'iso8601'], { notObject: 40524, unknown: 40520, missing: 40522 }, toParts),
  $dayOfMonth: part((local) => local.getUTCDate()),
  $dayOfWeek: part(dayOfWeek),
  $dayOfYear: part(dayOfYear),
  $hour: part((local) => local.getUTCHours()),
  $isoDayOfWeek: part(isoDayOfWeek),
  $isoWeek: part((local) => isoWeek(local).week),
  $isoWeekYear: part((local) => BigInt(isoWeek(local).year)),
  $millisecond: part((local) => local.getUTCMilliseconds()),
  $minute: part((local) => local.getUTCMinutes()),
  $month: part((local) => local.getUTCMonth() + 1),
  $second: part((local) => local.getUTCSeconds()),
  $week: part(weekOfYear),
  $year: part((local) => local.getUTCFullYear()),
};
