import { numberText, readMoney, readNumber } from '../survey/numbers.js';

/** How the text of a field is read as a number. */
export type AmountKind = 'number' | 'money';

/**
 * How an amount was understood, with its thousands apart: what is printed beside the field once it was left. The field itself keeps what
 * was typed. Empty where that says the same already, or cannot be read.
 */
export const amountReading = (typed: string, kind: AmountKind): string => {
  const text = typed.trim();
  const read = text === '' ? null : kind === 'money' ? readMoney(text) : readNumber(text);
  if (read === null || !read.ok) return '';
  const understood = numberText(read.value);
  return understood === text.normalize('NFKC') ? '' : `= ${understood}`;
};
