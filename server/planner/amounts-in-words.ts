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

/** "12 MWh" or "10~14 MWh". */
export const rangeInWords = (range: Range): string =>
  range.low === range.high ? `${amount(range.low)} ${range.unit}` : `${amount(range.low)}~${amount(range.high)} ${range.unit}`;
