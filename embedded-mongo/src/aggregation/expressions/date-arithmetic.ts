import { typeName } from '../../bson/types.js';
import { type Doc, isNumeric, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { asDate, isDateLike, zoneArgument } from '../values/as-date.js';
import { daysInMonth, utcTime } from '../values/calendar.js';
import { asLong } from '../values/numbers.js';
import { fromLocal, type Zone } from '../values/time-zone.js';
import { isNullish } from '../values/truth.js';
import { type Family, named } from './operands.js';

/** Units of fixed length, in milliseconds of the zone's clock. */
const FIXED: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};
const MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const unitOf = (value: Value, name: string): string => {
  if (typeof value !== 'string') throw new MongoError(5439013, `${name} requires 'unit' to be a string, but got ${typeName(value)}`);
  if (!Object.hasOwn(FIXED, value) && !Object.hasOwn(MONTHS, value))
    throw new MongoError('FailedToParse', `unknown time unit value: ${value}`);
  return value;
};

const startOfWeek = (value: Value, name: string): number => {
  if (value === undefined) return 0;
  const day =
    typeof value === 'string'
      ? WEEKDAYS.findIndex((weekday) => weekday === value.toLowerCase() || weekday.slice(0, 3) === value.toLowerCase())
      : -1;
  if (day < 0)
    throw new MongoError(5439016, `${name} parameter 'startOfWeek' value cannot be recognized as a day of a week: ${show(value)}`);
  return day;
};

const dateOf = (value: Value, name: string, what: string, code: number): Date => {
  if (!isDateLike(value)) throw new MongoError(code, `${name} requires '${what}' to be a date, but got ${typeName(value)}`);
  return asDate(value);
};

const local = (date: Date, zone: Zone): Date => new Date(date.getTime() + zone(date.getTime()));

const monthIndex = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

/** Months keep the day of the month where it exists, else take the month's last day. */
const addMonths = (date: Date, months: number): number => {
  const index = monthIndex(date) + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const day = Math.min(date.getUTCDate(), daysInMonth(year, month));
  return utcTime(year, month, day) + (((date.getTime() % 86_400_000) + 86_400_000) % 86_400_000);
};

const shifted = (date: Date, unit: string, amount: number, zone: Zone): Date => {
  const months = MONTHS[unit];
  if (months !== undefined) return new Date(fromLocal(addMonths(local(date, zone), months * amount), zone));
  const size = FIXED[unit] as number;
  // Days and weeks follow the zone's clock across a change of its offset; shorter units follow time.
  if (size >= 86_400_000) return new Date(fromLocal(local(date, zone).getTime() + size * amount, zone));
  return new Date(date.getTime() + size * amount);
};

const shift =
  (sign: 1 | -1) =>
  (given: Doc, _scope: unknown, name: string): Value => {
    const zone = zoneArgument('timezone' in given, given.timezone);
    if (isNullish(given.startDate) || isNullish(given.unit) || isNullish(given.amount) || !zone) return null;
    const amount = asLong(given.amount);
    if (amount === undefined) throw new MongoError(5166405, `${name} expects integer amount of time units`);
    const result = shifted(dateOf(given.startDate, name, 'startDate', 5166403), unitOf(given.unit, name), sign * Number(amount), zone);
    if (Number.isNaN(result.getTime())) throw new MongoError(5166406, `${name} overflowed`);
    return result;
  };

/** How many boundaries of a unit lie before a local time; differences of these are what $dateDiff counts. */
const boundaries = (date: Date, unit: string, weekStart: number): number => {
  const months = MONTHS[unit];
  if (months !== undefined) return Math.floor(monthIndex(date) / months);
  // 1 January 1970 was a Thursday.
  const days = unit === 'week' ? 86_400_000 * (4 - weekStart) : 0;
  return Math.floor((date.getTime() + days) / (FIXED[unit] as number));
};

const difference = (given: Doc, _scope: unknown, name: string): Value => {
  const zone = zoneArgument('timezone' in given, given.timezone);
  if (isNullish(given.startDate) || isNullish(given.endDate) || isNullish(given.unit) || !zone) return null;
  if ('startOfWeek' in given && given.unit === 'week' && isNullish(given.startOfWeek)) return null;
  const unit = unitOf(given.unit, name);
  const weekStart = unit === 'week' ? startOfWeek(given.startOfWeek, name) : 0;
  const start = dateOf(given.startDate, name, 'startDate', 5166307);
  const end = dateOf(given.endDate, name, 'endDate', 5166307);
  const clock = (date: Date): Date => (unit === 'millisecond' || unit === 'second' ? date : local(date, zone));
  return BigInt(boundaries(clock(end), unit, weekStart) - boundaries(clock(start), unit, weekStart));
};

/** Bins are counted from 1 January 2000, weeks from the first start of a week on or after it. */
const truncated = (date: Date, unit: string, bin: number, weekStart: number, zone: Zone): Date => {
  const clock = local(date, zone);
  const months = MONTHS[unit];
  if (months !== undefined) {
    const size = months * bin;
    const index = Math.floor((monthIndex(clock) - 24_000) / size) * size + 24_000;
    return new Date(fromLocal(utcTime(Math.floor(index / 12), (index % 12) + 1), zone));
  }
  const firstDay = unit === 'week' ? 1 + ((weekStart - 6 + 7) % 7) : 1;
  const reference = utcTime(2000, 1, firstDay);
  const size = (FIXED[unit] as number) * bin;
  return new Date(fromLocal(Math.floor((clock.getTime() - reference) / size) * size + reference, zone));
};

const truncate = (given: Doc, _scope: unknown, name: string): Value => {
  const zone = zoneArgument('timezone' in given, given.timezone);
  if (isNullish(given.date) || isNullish(given.unit) || !zone) return null;
  if ('binSize' in given && isNullish(given.binSize)) return null;
  if ('startOfWeek' in given && given.unit === 'week' && isNullish(given.startOfWeek)) return null;
  const bin = given.binSize === undefined ? 1n : isNumeric(given.binSize) ? asLong(given.binSize) : undefined;
  if (bin === undefined)
    throw new MongoError(5439017, `${name} requires 'binSize' to be a 64-bit integer, but got value '${show(given.binSize)}'`);
  if (bin <= 0n) throw new MongoError(5439018, `${name} requires 'binSize' to be greater than 0, but got value ${bin}`);
  const unit = unitOf(given.unit, name);
  const weekStart = unit === 'week' ? startOfWeek(given.startOfWeek, name) : 0;
  return truncated(dateOf(given.date, name, 'date', 5439012), unit, Number(bin), weekStart, zone);
};

const shiftErrors = { notObject: 5166400, unknown: 5166401, missing: 5166402 };

export const dateArithmetic: Family = {
  $dateAdd: named(['startDate', 'unit', 'amount'], ['timezone'], shiftErrors, shift(1)),
  $dateDiff: named(
    ['startDate', 'endDate', 'unit'],
    ['timezone', 'startOfWeek'],
    { notObject: 5166301, unknown: 5166302, missing: 5166303 },
    difference,
  ),
  $dateSubtract: named(['startDate', 'unit', 'amount'], ['timezone'], shiftErrors, shift(-1)),
  $dateTrunc: named(
    ['date', 'unit'],
    ['binSize', 'timezone', 'startOfWeek'],
    { notObject: 5439007, unknown: 5439008, missing: 5439009 },
    truncate,
  ),
};
