import type { SurveyProblemCode } from '../problem/survey-problems.js';
import { plainText } from './plain-text.js';

export type ReadDay = { readonly ok: true; readonly day: string } | { readonly ok: false; readonly code: SurveyProblemCode };

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The ways a day is written in Korea, year first: 2025-03-02, 2025. 3. 2., 2025/3/2, 20250302, 2025년 3월 2일. */
const forms: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일$/,
];

/**
 * Reads a day as it is written in Korea, to YYYY-MM-DD. Nothing is guessed: years of two digits and days that do not begin with the year are
 * asked about, and so is a day that no calendar has.
 */
export const readDay = (typed: string): ReadDay => {
  const text = plainText(typed);
  const parts = forms.map((form) => form.exec(text)).find((match) => match !== null);
  if (parts === undefined) {
    const isShort =
      /^\d{1,2}([-./년] ?\d{1,2}){2}\.?일?$/.test(text) || /^\d{1,2}[-./] ?\d{1,2}[-./] ?\d{4}$/.test(text) || /^\d{6}$/.test(text);
    return { ok: false, code: isShort ? 'dayOrder' : 'notDay' };
  }
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return { ok: false, code: 'noSuchDay' };
  return { ok: true, day: `${year}-${twoDigits(month)}-${twoDigits(day)}` };
};
