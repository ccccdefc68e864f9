import type { Language } from './words/words.js';

/** A text of the data in both languages. */
export interface BothLanguages {
  readonly ko: string;
  readonly en: string;
}

export const inLanguage = (text: BothLanguages, language: Language): string => text[language];

const grouped = (value: number, least: number, most: number): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most }).format(value);

/** Where a result is printed as large or small: from 100 on one decimal, from 1 on two, below that three significant digits. */
const decimalsFor = (value: number): number => {
  const size = Math.abs(value);
  if (size === 0 || size >= 100) return size === 0 ? 0 : 1;
  if (size >= 1) return 2;
  return Math.min(8, 2 - Math.floor(Math.log10(size)));
};

/** A result of the calculation as a page prints it. Every figure of the pages and charts passes through here, so they cannot differ. */
export const formatResult = (value: number): string => {
  const decimals = decimalsFor(value);
  return grouped(value, Math.min(decimals, 2), decimals);
};

/** An input or a factor: as many digits as it was given, up to twelve significant ones, with thousands separated. */
export const formatExact = (value: number): string => {
  if (value !== 0 && (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e15)) return String(value).replace('e', '×10^').replace('^+', '^');
  return grouped(Number(value.toPrecision(12)), 0, 20);
};

/** A whole number of things. */
export const formatCount = (value: number): string => grouped(value, 0, 0);

/** A share of a whole, 0–1, as a percentage with one decimal. */
export const formatShare = (share: number): string => `${grouped(share * 100, 1, 1)}%`;
