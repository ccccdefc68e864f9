import type { SurveyProblemCode } from '../problem/survey-problems.js';
import { plainText } from './plain-text.js';

export type ReadNumber = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly code: SurveyProblemCode };

/** No number of 15 digits needs more; anything longer is not looked at closely, so that a pasted page cannot keep a browser busy. */
const maxLength = 60;

const refused = (code: SurveyProblemCode): ReadNumber => ({ ok: false, code });

const digitsIn = (text: string): number => text.replace(/\D/g, '').replace(/^0+/, '').length;

// Thousands by commas or by spaces, but not by both; decimals by a point.
const wellFormed = /^-?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.\d+)?$|^-?\.\d+$/;

const fault = (text: string): SurveyProblemCode => {
  if (/^[+-]?(?:\d[\d,]*\.?\d*|\.\d+)\s?e\s?[+-]?\d+$/i.test(text)) return 'exponent';
  if (/^[+-]?0[xob][\da-f]+$/i.test(text)) return 'hexadecimal';
  if (/\d\s?[만억조천백]/.test(text)) return 'koreanUnitOutsideMoney';
  if (/^[+-]?\d[\d.,\s]*\/\s?\d+$|^[+-]?\d*\s?[¼-¾⅐-⅞]$/u.test(text)) return 'fraction';
  if (/^[+-]?[\d.,\s]*\d\s?(?:[\p{L}%℃㎥]|\d*\/)/u.test(text)) return 'unitInNumber';
  if (/^[+-]?[\d.,' ]+$/.test(text) && /\d/.test(text)) return 'ambiguousSeparators';
  return 'notNumber';
};

/**
 * Reads a number as it is written in Korea: 1,234.5, full-width digits, spaces around it or between thousands. Nothing is guessed: what
 * is not clearly a decimal number of at most 15 digits is refused with the reason.
 */
export const readNumber = (typed: string): ReadNumber => {
  const text = plainText(typed);
  if (text.length > maxLength) return refused(/^[\d.,\s]*$/.test(text) ? 'tooManyDigits' : 'notNumber');
  if (!wellFormed.test(text)) return refused(fault(text));
  if (digitsIn(text) > 15) return refused('tooManyDigits');
  const value = Number(text.replace(/[, ]/g, ''));
  return Object.is(value, -0) ? refused('negativeZero') : { ok: true, value };
};

const zerosOf: Readonly<Record<string, number>> = { 조: 12, 억: 8, 만: 4, 천: 3, 백: 2, 십: 1 };

/** A decimal number times a power of ten, without the rounding that a multiplication would bring. */
const shifted = (digits: string, zeros: number): number => {
  const [whole = '', decimals = ''] = digits.replace(/[, ]/g, '').split('.');
  const moved = decimals.padEnd(zeros, '0');
  return Number(`${whole}${moved.slice(0, zeros)}.${moved.slice(zeros)}0`);
};

/** One stretch before 조, 억, 만 or the end: "2,000", "1.5", "3천", "2천5백". Null when it is not clear. */
const stretch = (text: string, zeros: number): number | null => {
  if (!/[천백십]/.test(text)) return wellFormed.test(text) ? shifted(text, zeros) : null;
  let total = 0;
  let last = Number.POSITIVE_INFINITY;
  let rest = text;
  while (rest !== '') {
    const part = /^((?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?) ?([천백십]?) ?/.exec(rest);
    const power = part === null ? last : (zerosOf[part[2] as string] ?? 0);
    if (part === null || power >= last) return null;
    // "2천5백" is clear, "2천50백" is not: behind the first part each stays below the one before it.
    const value = shifted(part[1] as string, power);
    if (last !== Number.POSITIVE_INFINITY && value >= 10 ** last) return null;
    total += value;
    last = power;
    rest = rest.slice(part[0].length);
  }
  return shifted(String(total), zeros);
};

/**
 * Reads an amount of money in won: a number, or one with 조, 억, 만 (and 천, 백, 십 before them): "1억 2,000만", "3천만원", "₩1,200".
 * Amounts whose parts do not descend, or overlap, are refused.
 */
export const readMoney = (typed: string): ReadNumber => {
  const text = plainText(typed)
    .replace(/^[₩\\] ?/, '')
    .replace(/ ?원$/, '');
  if (text.length > maxLength || !/[조억만천백십]/.test(text)) return readNumber(text);
  let rest = text;
  let total = 0;
  let below = Number.POSITIVE_INFINITY;
  for (const unit of ['조', '억', '만', '']) {
    const at = unit === '' ? rest.length : rest.indexOf(unit);
    if (at < 0 || rest === '') continue;
    const zeros = unit === '' ? 0 : (zerosOf[unit] as number);
    const value = stretch(rest.slice(0, at).trim(), zeros);
    // "1억 2000" is as often 1억 2,000만 as 1억 2,000원.
    const vague = unit === '' && Number.isFinite(below) && below >= 1e8;
    if (value === null || value >= below || vague) return refused('koreanMoneyOrder');
    total += value;
    below = 10 ** zeros;
    rest = rest.slice(at + 1).trim();
  }
  if (!Number.isFinite(total) || total >= 1e15) return refused('tooManyDigits');
  return { ok: true, value: total };
};

/** Writes a number so that `readNumber` gives it back: thousands by commas, no exponent, at most 15 significant digits. */
export const numberText = (value: number): string => {
  const text = Number(value.toPrecision(15)).toString();
  const noExponent = /e/.test(text) ? Number(text).toFixed(Math.abs(value) < 1 ? 15 : 0) : text;
  const [whole = '', decimals] = noExponent.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
};
