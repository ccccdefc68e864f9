import { exactSum } from '../domain/exact-sum.js';
import type { Answer, AnswerValue } from './answer.js';
import { converted, yearOf } from './year-quantity.js';

type Amounts = Extract<AnswerValue, { kind: 'quantity' | 'monthly' }>;

const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.includes(null) ? null : exactSum(numbers.map((number) => number ?? 0));

const isAmounts = (value: AnswerValue): value is Amounts => value.kind === 'quantity' || value.kind === 'monthly';

const mergedAmounts = (values: readonly Amounts[]): AnswerValue | null => {
  const unit = values[0]?.unit ?? '';
  const inUnit = (number: number | null, from: string): number | null => (number === null ? null : converted(number, from, unit));
  if (values.every((value) => value.kind === 'monthly')) {
    const months = Array.from({ length: 12 }, (_, at) => sumOf(values.map((value) => inUnit(value.months[at] ?? null, value.unit))));
    const annual = months.includes(null) ? sumOf(values.map((value) => inUnit(yearOf(value), value.unit))) : null;
    return months.every((month) => month === null) && annual === null ? null : { kind: 'monthly', months, annual, unit };
  }
  const number = sumOf(values.map((value) => inUnit(value.kind === 'quantity' ? value.number : yearOf(value), value.unit)));
  return number === null ? null : { kind: 'quantity', number, unit };
};

const mergedValues = (values: readonly AnswerValue[]): AnswerValue | null => {
  if (values.every(isAmounts)) return mergedAmounts(values);
  if (values.every((value) => value.kind === 'number')) return { kind: 'number', number: exactSum(values.map(({ number }) => number)) };
  if (values.every((value) => value.kind === 'choices'))
    return { kind: 'choices', choices: [...new Set(values.flatMap((value) => value.choices))] };
  if (values.every((value) => value.kind === 'text')) return { kind: 'text', text: values.map((value) => value.text).join(', ') };
  return null;
};

/**
 * Several earlier answers as one: numbers added up in the unit of the first, ticked choices taken together, texts joined. What did not
 * apply counts as nothing; one that is missing otherwise leaves the whole unknown, which is null.
 */
export const mergeAnswers = (answers: readonly Answer[]): Answer | null => {
  const given = answers.filter(({ state }) => state !== 'notApplicable');
  const values = given.flatMap((answer) => (answer.state === 'answered' ? [answer.value] : []));
  if (given.length === 0) return answers[0] ?? null;
  const value = values.length < given.length ? null : mergedValues(values);
  return value === null ? null : { state: 'answered', typed: {}, value };
};
