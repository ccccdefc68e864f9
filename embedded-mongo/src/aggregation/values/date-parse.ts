import { MongoError } from '../../errors/mongo-error.js';
import { daysInMonth, isoYearStart, monthNames, utcTime } from './calendar.js';
import { fromLocal, utc, type Zone, zoneOf } from './time-zone.js';

/** Parts of a date in text: what a format names, or ISO 8601. */
interface Parts {
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  isoYear?: number;
  isoWeek?: number;
  isoDay?: number;
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
  zone?: Zone;
}

const failure = (text: string, why: string): MongoError => new MongoError(241, `Error parsing date string '${text}'; ${why}`);

const fixedZone = (minutes: number): Zone => {
  const offset = minutes * 60_000;
  return () => offset;
};

const monthByName = (name: string): number =>
  monthNames.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;

/** What each part of a format reads: a pattern and where its text goes. */
const readers: Readonly<Record<string, [pattern: string, put: (parts: Parts, text: string) => void]>> = {
  b: ['[A-Za-z]{3}', (parts, text) => Object.assign(parts, { month: monthByName(text) })],
  B: ['[A-Za-z]+', (parts, text) => Object.assign(parts, { month: monthByName(text) })],
  d: ['\\d{1,2}', (parts, text) => Object.assign(parts, { day: Number(text) })],
  G: ['\\d{4}', (parts, text) => Object.assign(parts, { isoYear: Number(text) })],
  H: ['\\d{1,2}', (parts, text) => Object.assign(parts, { hour: Number(text) })],
  j: ['\\d{1,3}', (parts, text) => Object.assign(parts, { dayOfYear: Number(text) })],
  L: ['\\d{1,3}', (parts, text) => Object.assign(parts, { millisecond: Number(text) })],
  m: ['\\d{1,2}', (parts, text) => Object.assign(parts, { month: Number(text) })],
  M: ['\\d{1,2}', (parts, text) => Object.assign(parts, { minute: Number(text) })],
  S: ['\\d{1,2}', (parts, text) => Object.assign(parts, { second: Number(text) })],
  u: ['[1-7]', (parts, text) => Object.assign(parts, { isoDay: Number(text) })],
  V: ['\\d{1,2}', (parts, text) => Object.assign(parts, { isoWeek: Number(text) })],
  Y: ['\\d{4}', (parts, text) => Object.assign(parts, { year: Number(text) })],
  z: ['(?:Z|[+-]\\d{2}:?\\d{2})', (parts, text) => Object.assign(parts, { zone: zoneOf(text) })],
  Z: ['[+-]\\d{1,4}', (parts, text) => Object.assign(parts, { zone: fixedZone(Number(text)) })],
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const byFormat = (text: string, format: string): Parts => {
  const puts: ((parts: Parts, text: string) => void)[] = [];
  let pattern = '';
  for (let i = 0; i < format.length; i++) {
    if (format[i] !== '%') {
      pattern += escaped(format[i] as string);
      continue;
    }
    const letter = format[++i] ?? '';
    const reader = readers[letter];
    if (letter === '%') pattern += '%';
    else if (!reader) throw new MongoError(18536, `Invalid format character '%${letter}' in format string`);
    else {
      pattern += `(${reader[0]})`;
      puts.push(reader[1]);
    }
  }
  const match = new RegExp(`^${pattern}$`).exec(text);
  if (!match) throw failure(text, `it does not match the format '${format}'`);
  const parts: Parts = {};
  puts.forEach((put, i) => {
    put(parts, match[i + 1] as string);
  });
  return parts;
};

const ISO =
  /^\s*(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T ]+(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?\s*$/i;

const byIso = (text: string): Parts => {
  const match = ISO.exec(text);
  if (!match) throw failure(text, 'it is not in ISO 8601 form');
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const parts: Parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  if (fraction !== undefined) parts.millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
  if (zone !== undefined) parts.zone = zoneOf(zone);
  return parts;
};

const localTime = (text: string, parts: Parts): number => {
  const { hour = 0, minute = 0, second = 0, millisecond = 0 } = parts;
  if (hour > 24 || minute > 59 || second > 59) throw failure(text, 'its time does not exist');
  const time = hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond;
  if (parts.isoYear !== undefined)
    return isoYearStart(parts.isoYear) + ((parts.isoWeek ?? 1) - 1) * 604_800_000 + ((parts.isoDay ?? 1) - 1) * 86_400_000 + time;
  if (parts.year === undefined) throw failure(text, 'an incomplete date/time string has been found');
  if (parts.dayOfYear !== undefined) return utcTime(parts.year, 1, parts.dayOfYear) + time;
  const { month = 1, day = 1 } = parts;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(parts.year, month)) throw failure(text, 'its date does not exist');
  return utcTime(parts.year, month, day) + time;
};

/** Reads a date by a format or as ISO 8601; a zone in the text excludes one beside it. Throws ConversionFailure (241). */
export const parseDate = (text: string, format: string | undefined, zone: Zone | undefined): Date => {
  const parts = format === undefined ? byIso(text) : byFormat(text, format);
  if (parts.zone && zone && zone !== utc)
    throw failure(text, 'you cannot pass in a date/time string with time zone information together with a timezone argument');
  return new Date(fromLocal(localTime(text, parts), parts.zone ?? zone ?? utc));
};
