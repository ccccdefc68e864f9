import { MongoError } from '../../errors/mongo-error.js';
import { dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, monthNames, weekOfYear } from './calendar.js';
import { utc, type Zone } from './time-zone.js';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const year = (value: number): string => {
  if (value < 0 || value > 9999) throw new MongoError(18537, `$dateToString is only defined on year 0-9999, tried to use year ${value}`);
  return pad(value, 4);
};

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${pad(size % 60, 2)}`;
};

/** `local` shows the zone's clock in its UTC fields. */
const specifiers: Readonly<Record<string, (local: Date, offsetMinutes: number) => string>> = {
  '%': () => '%',
  b: (local) => (monthNames[local.getUTCMonth()] as string).slice(0, 3),
  B: (local) => monthNames[local.getUTCMonth()] as string,
  d: (local) => pad(local.getUTCDate(), 2),
  G: (local) => year(isoWeek(local).year),
  H: (local) => pad(local.getUTCHours(), 2),
  j: (local) => pad(dayOfYear(local), 3),
  L: (local) => pad(local.getUTCMilliseconds(), 3),
  m: (local) => pad(local.getUTCMonth() + 1, 2),
  M: (local) => pad(local.getUTCMinutes(), 2),
  S: (local) => pad(local.getUTCSeconds(), 2),
  u: (local) => String(isoDayOfWeek(local)),
  U: (local) => pad(weekOfYear(local), 2),
  V: (local) => pad(isoWeek(local).week, 2),
  w: (local) => String(dayOfWeek(local)),
  Y: (local) => year(local.getUTCFullYear()),
  z: (_local, offset) => offsetText(offset),
  Z: (_local, offset) => (offset >= 0 ? `+${offset}` : String(offset)),
};

/** Refuses a format string that names an unknown part. */
export const checkFormat = (format: string): void => {
  for (let i = format.indexOf('%'); i >= 0; i = format.indexOf('%', i + 2)) {
    const letter = format[i + 1];
    if (letter === undefined) throw new MongoError(18535, "Unmatched '%' at end of format string");
    if (!Object.hasOwn(specifiers, letter)) throw new MongoError(18536, `Invalid format character '%${letter}' in format string`);
  }
};

/** Writes a date by a checked format, as clocks of the zone show it. */
export const formatDate = (date: Date, format: string, zone: Zone): string => {
  const offset = zone(date.getTime());
  const local = new Date(date.getTime() + offset);
  return format.replace(/%(.)/gs, (_, letter: string) => specifiers[letter]?.(local, Math.round(offset / 60_000)) ?? '');
};

/** 2024-03-01T09:30:00.000Z. */
export const isoDate = (date: Date): string => formatDate(date, '%Y-%m-%dT%H:%M:%S.%LZ', utc);
