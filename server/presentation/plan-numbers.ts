import { roundedTo } from '../domain/rounding.js';
import type { Range } from '../planner/plan.js';
import type { PlanWords } from './words/en/plan.js';
import type { Language } from './words/words.js';

/** A space that a line never breaks at: between a number and its unit. */
export const nonBreakingSpace = '\u00a0';

/** 1234567.5 -> "1,234,567.5"; the sign is a true minus. */
const grouped = (decimal: string): string => {
  const [whole = '', fraction] = decimal.replace('-', '').split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = decimal.startsWith('-') && /[1-9]/.test(decimal) ? '\u2212' : '';
  return sign + digits + (fraction === undefined ? '' : `.${fraction}`);
};

/** A decimal string with exactly `decimals` digits behind the point (none when negative: then to tens, hundreds, …). */
const rounded = (value: number, decimals: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`A number of the plan is not finite: ${value}`);
  return roundedTo(value, decimals).toFixed(Math.min(100, Math.max(0, decimals)));
};

/** A number with a fixed count of decimals: fixed(319.3796, 3) is "319.380". */
export const fixed = (value: number, decimals: number): string => grouped(rounded(value, decimals));

/** Decimals that leave `digits` significant digits of `value`; may be negative for large numbers. */
const decimalsFor = (value: number, digits: number): number => (value === 0 ? 0 : digits - 1 - Math.floor(Math.log10(Math.abs(value))));

/** A number with at most `digits` significant digits and no trailing zeros behind the point; never an exponent. */
export const significant = (value: number, digits: number): string => {
  const text = rounded(value, decimalsFor(value, digits));
  return grouped(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
};

/** Every digit that a factor has, without the noise of binary: 0.1 + 0.2 is "0.3". */
export const exact = (value: number): string => significant(value, 12);

/** 0.4567 -> "45.7%" */
export const percent = (share: number): string => `${fixed(share * 100, 1)}%`;

interface Scale {
  readonly from: number;
  /** Stands behind the amount. */
  readonly word: string;
}
const scales: Readonly<Record<Language, readonly Scale[]>> = {
  ko: [
    { from: 1e8, word: '억' },
    { from: 1e4, word: '만' },
    { from: 0, word: '' },
  ],
  en: [
    { from: 1e9, word: `${nonBreakingSpace}billion` },
    { from: 1e6, word: `${nonBreakingSpace}million` },
    { from: 0, word: '' },
  ],
};

/** Joins the ends of a range; one number when both print alike. */
const span = (low: string, high: string, words: PlanWords): string => (low === high ? low : `${low}${words.rangeDash}${high}`);

const scaleOf = (amount: number, language: Language): Scale => {
  // An amount that rounds up to the next scale is printed in it: 99,990,000 is 1억, not 10,000만.
  const size = roundedTo(Math.abs(amount), decimalsFor(amount, 3));
  return scales[language].find((scale) => size >= scale.from) ?? { from: 0, word: '' };
};

const inScale = (amount: number, scale: Scale): string => significant(amount / Math.max(1, scale.from), 3);

/** One amount or the ends of a range of money, each in its scale: "120만~850만 원", "2,360만~2.66억 원", "KRW 1.2–8.5 million". */
export const money = (amounts: readonly [number] | readonly [number, number], language: Language, words: PlanWords): string => {
  const text = amountsInScale(amounts, language, words);
  return language === 'en' ? `${words.money.unit}${nonBreakingSpace}${text}` : `${text}${nonBreakingSpace}${words.money.unit}`;
};

/** The same without the currency, for a column whose head names it. */
const amountsInScale = (amounts: readonly [number] | readonly [number, number], language: Language, words: PlanWords): string => {
  const [low, high = low] = amounts;
  const highScale = scaleOf(high, language);
  const lowScale = low === 0 ? highScale : scaleOf(low, language);
  // "1.2–8.5 million" reads well; "669~3,260만" could mean 669 won.
  const shared = language === 'en' && lowScale.word === highScale.word ? highScale.word : '';
  const end = (amount: number, scale: Scale): string => inScale(amount, scale) + (shared === '' && amount !== 0 ? scale.word : '');
  return `${span(end(low, lowScale), end(high, highScale), words)}${shared}`;
};

/** A range as a page prints it: its ends, and its typical value where one is known. */
export interface RangeText {
  readonly range: string;
  readonly typical: string;
}

/** The unit of a range in the words of a language: "MWh/year" -> "MWh/년", "KRW/kW" -> "원/kW". */
const unitText = (unit: string, words: PlanWords): string =>
  unit
    .replace(/^KRW(?![a-z])/, words.money.unit)
    .replace(/\/year$/, words.perYear)
    .replace(/^years?$/, words.years)
    .replace(/ gross$/, words.grossHeat);

const typicalOf = (range: Range, print: (value: number) => string, words: PlanWords): string => {
  if (range.low === range.high) return '';
  return range.typical === null ? words.noTypical : words.typical(print(range.typical));
};

/** A range of money, KRW or KRW a year. */
export const moneyRange = (range: Range, language: Language, words: PlanWords): RangeText => ({
  range: money([range.low, range.high], language, words),
  typical: typicalOf(range, (value) => money([value], language, words), words),
});

/** A range of money in a column whose head names the currency. */
export const bareMoneyRange = (range: Range, language: Language, words: PlanWords): RangeText => ({
  range: amountsInScale([range.low, range.high], language, words),
  typical: typicalOf(range, (value) => amountsInScale([value], language, words), words),
});

const ranged = (range: Range, print: (value: number) => string, unit: string, words: PlanWords): RangeText => ({
  range: `${span(print(range.low), print(range.high), words)}${unit}`,
  typical: typicalOf(range, print, words),
});

const threeDigits = (value: number): string => significant(value, 3);

/** A range of a physical quantity with its unit. */
export const quantityRange = (range: Range, words: PlanWords): RangeText =>
  ranged(range, threeDigits, `${nonBreakingSpace}${unitText(range.unit, words)}`, words);

/** A range of what is saved, used or added in a year. */
export const yearlyRange = (range: Range, words: PlanWords): RangeText =>
  quantityRange({ ...range, unit: `${range.unit.replace(/\/year$/, '')}/year` }, words);

/** A range of years, to a tenth. */
export const yearsRange = (range: Range, words: PlanWords): RangeText => ranged(range, (value) => fixed(value, 1), words.yearsUnit, words);

/** How long something lasts, with the digits it was given in. */
export const lifetime = (years: number, words: PlanWords): string => `${significant(years, 3)}${words.yearsUnit}`;

/** A range of a quantity whose unit stands in the head of its column. */
export const bareRange = (range: Range, words: PlanWords): RangeText => ranged(range, threeDigits, '', words);

/** Any number that entered an estimate: money in its scale, a share as a percentage, the rest with its unit. */
export const anyRange = (range: Range, language: Language, words: PlanWords): RangeText => {
  if (/^KRW(\/year)?$/.test(range.unit)) return moneyRange(range, language, words);
  if (range.unit !== '1') return quantityRange(range, words);
  if (Math.abs(range.high) > 1) return bareRange(range, words);
  const share = (value: number): string => significant(value * 100, 3);
  return { ...ranged(range, share, '%', words), typical: typicalOf(range, (value) => `${share(value)}%`, words) };
};

/** Whole numbers in rising order, neighbors joined: [1, 2, 3, 7] is "1~3, 7". */
export const runsOfNumbers = (numbers: readonly number[], words: PlanWords): string => {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => span(String(first), String(last), words)).join(', ');
};
