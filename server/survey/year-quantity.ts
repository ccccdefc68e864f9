import { exactSum } from '../domain/exact-sum.js';
import { unitOf } from '../domain/units.js';
import type { AnswerValue } from './answer.js';

type MonthlyValue = Extract<AnswerValue, { kind: 'monthly' }>;

/** The sum of the months given, and how many of the twelve there are. */
export const monthsGiven = (value: MonthlyValue): { readonly sum: number; readonly months: number } => {
  const given = value.months.filter((month) => month !== null);
  return { sum: exactSum(given), months: given.length };
};

/** The year's quantity: the annual total where one was given, else the sum of twelve months, else null. A blank month is not zero. */
export const yearOf = (value: MonthlyValue): number | null => {
  const { sum, months } = monthsGiven(value);
  return value.annual ?? (months === 12 ? sum : null);
};

/** A quantity in another unit of the same dimension, or null where there is no way from one to the other. */
export const converted = (quantity: number, from: string, to: string): number | null => {
  if (from === to) return quantity;
  const [source, target] = [unitOf(from), unitOf(to)];
  if (source === null || target === null || source.dimension !== target.dimension) return null;
  return (quantity * source.inBase) / target.inBase;
};
