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
  readonly unit: string;
}
const scales: Readonly<Record<Language, readonly Scale[]>> = {
  ko: [
    { from: 1e8, unit: '억 원' },
    { from: 1e4, unit: '만 원' },
    { from: 1, unit: '원' },
  ],
  en: [
    { from: 1e9, unit: 'billion' },
    { from: 1e6, unit: 'million' },
    { from: 1, unit: '' },
  ],
};

const withMoneyUnit = (amount: string, unit: string, language: Language): string => {
  const text = unit === '' ? amount : `${amount}${nonBreakingSpace}${unit.replace(' ', nonBreakingSpace)}`;
  return language === 'en' ? `KRW${nonBreakingSpace}${text}` : text;
};

/** Joins the ends of a range; one number when both print alike. */
const span = (low: string, high: string, words: PlanWords): string => (low === high ? low : `${low}${words.rangeDash}${high}`);

/** Money of the given amounts in one common scale: 1_200_000 and 8_500_000 are "120~850만 원" or "KRW 1.2–8.5 million". */
export const money = (amounts: readonly number[], language: Language, words: PlanWords): string => {
  const largest = Math.max(...amounts.map(Math.abs));
  const options = scales[language];
  const scale = options.find((option) => largest >= option.from) ?? { from: 1, unit: language === 'ko' ? '원' : '' };
  const printed = amounts.map((amount) => significant(amount / scale.from, 3));
  return withMoneyUnit(span(printed[0] ?? '0', printed.at(-1) ?? '0', words), scale.unit, language);
};

/** A range as a page prints it: its ends, and its typical value where one is known. */
export interface RangeText {
  readonly range: string;
  readonly typical: string;
}

/** The unit of a range in the words of a language: "MWh/year" -> "MWh/년". */
export const unitText = (unit: string, words: PlanWords): string =>
  unit
    .replace(/^KRW(?![a-z])/, words.money.unit)
    .replace(/\/year$|\/yr$|\/a$/, words.perYear)
    .replace(/^years?$/, words.years);

/** A range of money, KRW or KRW/year. */
export const moneyRange = (range: Range, language: Language, words: PlanWords): RangeText => ({
  range: money([range.low, range.high], language, words),
  typical: range.typical === null ? words.noTypical : words.typical(money([range.typical], language, words)),
});

/** A range of a physical quantity with its unit. */
export const quantityRange = (range: Range, words: PlanWords): RangeText => {
  const unit = unitText(range.unit, words);
  const separator = unit === words.years && words.years === '년' ? '' : nonBreakingSpace;
  return {
    range: `${span(significant(range.low, 3), significant(range.high, 3), words)}${separator}${unit}`,
    typical: range.typical === null ? words.noTypical : words.typical(significant(range.typical, 3)),
  };
};

/** A range of a quantity whose unit stands in the head of its column. */
export const bareRange = (range: Range, words: PlanWords): RangeText => ({
  range: span(significant(range.low, 3), significant(range.high, 3), words),
  typical: range.typical === null ? words.noTypical : words.typical(significant(range.typical, 3)),
});
