/** What a number format makes of a number. */
export interface NumberFormat {
  readonly kind: NumberKind;
  /** Korean letters behind it that scale what is seen: 만원; empty: none. */
  readonly scale: string;
}

export type NumberKind = 'number' | 'date' | 'percent';

/** Formats every program knows by number: dates and times of all regions, and shares. */
const builtInDates = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
const builtInPercents = [9, 10];

/** The letters of a format that are not written as they are: without quotes, escapes, padding, colors and conditions. */
const bare = (format: string): string =>
  format
    .slice(0, 300)
    .replace(/"[^"]*"?|[\\_*][\s\S]?/g, '')
    .replace(/\[(?!h{1,2}\]|m{1,2}\]|s{1,2}\])[^\]]*\]?/gi, '');

const kindOf = (id: number, format: string | undefined): NumberKind => {
  if (format === undefined) {
    if (builtInPercents.includes(id)) return 'percent';
    return builtInDates.some(([from, to]) => from <= id && id <= to) ? 'date' : 'number';
  }
  const letters = bare(format);
  if (letters.includes('%')) return 'percent';
  return /general|표준|@/i.test(letters) || !/[ymdhs]/i.test(letters) ? 'number' : 'date';
};

/** Korean words for a power of ten or for money, with which a format scales what is seen: 12345 is shown as 12,345만원. */
const scaling = /[조억만천백십]+원?/;

const scaleIn = (format: string | undefined): string => {
  const written = [
    ...((format ?? '')
      .slice(0, 300)
      .split(';')[0]
      ?.matchAll(/"([^"]*)"/g) ?? []),
  ]
    .map((match) => match[1] ?? '')
    .join('');
  return scaling.exec(written)?.[0] ?? '';
};

/** @param format as written in the file; undefined for a built-in one */
export const numberFormatOf = (id: number, format: string | undefined): NumberFormat => ({
  kind: kindOf(id, format),
  scale: scaleIn(format),
});

const two = (value: number): string => String(value).padStart(2, '0');
const dayMs = 86_400_000;

/** A serial day as a date and time; a fraction alone is a time. @param is1904 days are counted from 1904 */
export const dateText = (serial: number, is1904: boolean): string => {
  const whole = Math.floor(serial);
  const seconds = Math.round((serial - whole) * 86_400);
  const time = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}${seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`}`;
  if (whole === 0 && !is1904) return time;
  // Lotus had a 29 February 1900, and every program since has kept it.
  const days = is1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole;
  const date = new Date(Date.UTC(1899, 11, 30) + days * dayMs);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return String(serial);
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return seconds === 0 ? day : `${day} ${time}`;
};

/** All digits of a decimal number, without an exponent. */
const written = (digits: string): string => {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const all = `${whole}${decimals}`;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${all}` : all.padEnd(point, '0');
  const at = Math.max(point, 1);
  const fraction = padded.slice(at).replace(/0+$/, '');
  return `${sign}${padded.slice(0, at).replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`;
};

/**
 * A number of a cell as it would be typed. Programs compute with 17 digits and show 15: 1320.0000000000002 is the 1320 that everybody
 * sees. A whole number of more than 15 digits keeps them all, so that it can be asked about. Null for what is no number.
 */
export const numberCellText = (raw: string): string | null => {
  const text = raw.trim();
  const value = Number(text);
  if (text === '' || !/^[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(text) || !Number.isFinite(value)) return null;
  if (Math.abs(value) >= 1e15) return written(text.replace(/^\+/, ''));
  return written(String(Number(value.toPrecision(15))));
};
