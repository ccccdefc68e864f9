import { MongoError } from '../../errors/mongo-error.js';

/** Offset from UTC in milliseconds, east positive, at a moment. */
export type Zone = (moment: number) => number;

const MINUTE = 60_000;
/** Offsets change at quarter hours only. */
const STEP = 15 * MINUTE;
const CACHE_LIMIT = 10_000;

const formatterFor = (name: string): Intl.DateTimeFormat => {
  try {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    return new Intl.DateTimeFormat('en-US', { timeZone: name, hourCycle: 'h23', era: 'short', ...numeric });
  } catch {
    throw new MongoError(40485, `unrecognized time zone identifier: "${name}"`);
  }
};

const namedZone = (name: string): Zone => {
  const formatter = formatterFor(name);
  const known = new Map<number, number>();
  const offsetAt = (moment: number): number => {
    const parts: Record<string, string> = {};
    for (const { type, value } of formatter.formatToParts(moment)) parts[type] = value;
    const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
    local.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
    return local.getTime() - moment;
  };
  return (moment) => {
    const quarter = Math.floor(moment / STEP);
    const cached = known.get(quarter);
    if (cached !== undefined) return cached;
    const offset = offsetAt(quarter * STEP);
    if (known.size >= CACHE_LIMIT) known.clear();
    known.set(quarter, offset);
    return offset;
  };
};

const zones = new Map<string, Zone>();
export const utc: Zone = () => 0;

const parseZone = (name: string): Zone => {
  if (/^(UTC|GMT|Z)$/i.test(name)) return utc;
  const fixed = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(name);
  if (fixed) {
    const offset = (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * MINUTE;
    return () => offset;
  }
  return namedZone(name);
};

/** A zone by its Olson name ("Asia/Seoul") or offset ("+09:00", "+0900", "+09"). */
export const zoneOf = (name: string): Zone => {
  const known = zones.get(name);
  if (known) return known;
  const zone = parseZone(name);
  if (zones.size < 1000) zones.set(name, zone);
  return zone;
};

/** The moment at which clocks of the zone show a local time (given as if it were UTC). */
export const fromLocal = (local: number, zone: Zone): number => {
  const guess = local - zone(local);
  return local - zone(guess);
};
