import type { Range, Text } from './plan.js';

/** The same words in both languages: names, numbers, codes. */
export const same = (words: string): Text => ({ ko: words, en: words });

/** Several sentences one after another. */
export const sentences = (parts: readonly Text[]): Text => ({
  ko: parts.map((part) => part.ko).join(' '),
  en: parts.map((part) => part.en).join(' '),
});

/** A number for a sentence: three significant digits below 1,000, whole above, thousands separated. */
export const amount = (value: number): string => {
  const digits = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  const [whole = '0', fraction] = String(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** A share as a percentage: 0.15 -> "15 %". */
export const percent = (share: number): string => `${Number((share * 100).toPrecision(4))} %`;

const unitless: readonly string[] = ['1', ''];

/** "12 MWh" in both languages; "10~14 MWh" in Korean and "10–14 MWh" in English. A unit of "1" is not written. */
export const rangeInWords = (range: Range): Text => {
  const unit = unitless.includes(range.unit) ? '' : ` ${range.unit}`;
  const { low, high } = range;
  if (low === high) return same(`${amount(low)}${unit}`);
  return { ko: `${amount(low)}~${amount(high)}${unit}`, en: `${amount(low)}–${amount(high)}${unit}` };
};

/** A share as percentages: "20~40 %" in Korean, "20–40 %" in English. */
export const shareInWords = (range: Range): Text => rangeInWords({ ...range, low: range.low * 100, high: range.high * 100, unit: '%' });

/** The first letter made small, for words inside a sentence; acronyms stay. */
export const small = (words: string): string => (/^[A-Z][a-z ]/.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words);

/** The first letter made a capital, for a sentence that begins with a name. */
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
