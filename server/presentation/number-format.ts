import { printed, roundedTo } from '../domain/rounding.js';
import type { Language } from './words/words.js';

/** A text of the data in both languages. */
export interface BothLanguages {
  readonly ko: string;
  readonly en: string;
}

export const inLanguage = (text: BothLanguages, language: Language): string => text[language];

const grouped = (value: number, least: number, most: number): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most }).format(value);

/** A result below this is printed with three significant digits: as 0.000 it could not be told from nothing. */
const smallResult = 0.1;

/**
 * A result of the calculation as a page, a chart or a report prints it: rounded by the one rule for an establishment. Every printed
 * figure passes through here, so the same figure cannot differ between two places.
 */
export const formatResult = (value: number): string => {
  if (value === 0) return '0';
  if (Math.abs(value) >= smallResult) return grouped(printed(value, 'establishment'), 3, 3);
  const places = Math.min(15, 2 - Math.floor(Math.log10(Math.abs(value))));
  return grouped(roundedTo(value, places), 3, places);
};

/** An input or a factor: as many digits as it was given, up to twelve significant ones, with thousands separated. */
export const formatExact = (value: number): string => {
  if (value !== 0 && (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e15)) return String(value).replace('e', '×10^').replace('^+', '^');
  return grouped(Number(value.toPrecision(12)), 0, 20);
};

/** Below this many tonnes, a mass is printed in grams: 0.000000187 t tells nobody anything. */
const smallTonnes = 1e-4;

const raised = (sign: string, power: string): string =>
  `${sign === '-' ? '⁻' : ''}${Array.from(power, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('')}`;

/** A mass of a gas with its unit: "12.345 tCH₄", and in grams where it is very small: "0.187 gCH₄". */
export const formatMass = (tonnes: number, gas: string): string =>
  tonnes !== 0 && Math.abs(tonnes) < smallTonnes ? `${formatResult(tonnes * 1e6)} g${gas}` : `${formatResult(tonnes)} t${gas}`;

/** An equation with its numbers as people write them: very small masses in grams, other exponents as powers of ten. */
export const withoutExponents = (substituted: string): string =>
  substituted
    .replace(
      /(\d(?:\.\d+)?e-\d+) t(?![\p{L}\d/])/gu,
      (_, tonnes: string) => `${formatExact(Number((Number(tonnes) * 1e6).toPrecision(10)))} g`,
    )
    .replace(/(\d)e([+-]?)(\d+)/g, (_, last: string, sign: string, power: string) => `${last}×10${raised(sign, power)}`);

/** A whole number of things. */
export const formatCount = (value: number): string => grouped(value, 0, 0);

/** A part of a whole, 0–1: what is there but too small for a decimal is not printed as nothing. */
export const formatPart = (share: number): string => (share > 0 && share < 0.0005 ? '<0.1%' : formatShare(share));

/** A share of a whole, 0–1, as a percentage with one decimal. */
export const formatShare = (share: number): string => `${grouped(share * 100, 1, 1)}%`;
