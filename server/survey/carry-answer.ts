import type { Answer, AnswerValue, Typed } from './answer.js';
import type { CarryForward } from './carry-links.js';
import type { Question, SimpleQuestion, TableQuestion } from './edition.js';
import { fieldName } from './field-names.js';
import { numberText } from './numbers.js';
import { monthParts } from './read-answer.js';
import { converted, yearOf } from './year-quantity.js';

/** Why an earlier answer, or a part of it, has no place in today's edition. */
export type NotCarriedCode =
  | 'dropped'
  | 'notAskedNow'
  | 'wasUnreadable'
  | 'unitGone'
  | 'choiceGone'
  | 'noShare'
  | 'partMissing'
  | 'noLongerFits';

/** What today's fields of one question would say, and what of the earlier answer is lost on the way. */
export interface Carried {
  readonly typed: Typed;
  readonly lost: readonly NotCarriedCode[];
}

const nothing = (code: NotCarriedCode): Carried => ({ typed: {}, lost: [code] });
const text = (number: number): string => numberText(Number(number.toPrecision(12)));

/** The factor from an earlier unit to the first of today's units that it leads to; null: to none of them. */
const wayTo = (question: Question, unit: string, links: CarryForward): { readonly unit: string; readonly factor: number } | null => {
  const units = 'units' in question ? question.units.map(({ id }) => id) : [];
  if (units.includes(unit)) return { unit, factor: 1 };
  const stated = links.units.find((one) => one.question === question.id && one.from === unit && units.includes(one.to));
  if (stated !== undefined) return { unit: stated.to, factor: stated.factor };
  for (const to of units) {
    const factor = converted(1, unit, to);
    if (factor !== null) return { unit: to, factor };
  }
  return null;
};

type Amounts = Extract<AnswerValue, { kind: 'quantity' | 'monthly' }>;

const amounts = (question: Question, value: Amounts, share: number, links: CarryForward): Carried => {
  if (question.type !== 'quantity' && question.type !== 'monthly') return nothing('noLongerFits');
  const way = wayTo(question, value.unit, links);
  if (way === null) return nothing('unitGone');
  const times = way.factor * share;
  const of = (number: number): string => (times === 1 ? numberText(number) : text(number * times));
  if (question.type === 'quantity') {
    const year = value.kind === 'quantity' ? value.number : yearOf(value);
    return year === null ? nothing('partMissing') : { typed: { '': of(year), unit: way.unit }, lost: [] };
  }
  if (value.kind === 'quantity') return { typed: { annual: of(value.number), unit: way.unit }, lost: [] };
  const parts = [...monthParts.map((part, at) => [part, value.months[at] ?? null] as const), ['annual', value.annual] as const];
  const typed = parts.flatMap(([part, number]): [string, string][] => (number === null ? [] : [[part, of(number)]]));
  return { typed: { ...Object.fromEntries(typed), unit: way.unit }, lost: [] };
};

const renamedChoice = (question: Question, choice: string, links: CarryForward): string | null => {
  const link = links.choices.find((one) => one.question === question.id && one.from === choice);
  const now = link === undefined ? choice : link.to;
  const offered = question.type === 'choice' || question.type === 'choices' ? question.choices.map(({ id }) => id) : [];
  return now !== null && offered.includes(now) ? now : null;
};

const choices = (question: Question, chosen: readonly string[], links: CarryForward): Carried => {
  const now = chosen.map((choice) => renamedChoice(question, choice, links));
  const kept = now.filter((choice) => choice !== null);
  const lost: readonly NotCarriedCode[] = kept.length < chosen.length ? ['choiceGone'] : [];
  if (question.type === 'choices') return { typed: Object.fromEntries(kept.map((choice) => [choice, 'yes'])), lost };
  if (question.type !== 'choice') return nothing('noLongerFits');
  return kept.length === 1 ? { typed: { '': kept[0] as string }, lost } : nothing(kept.length === 0 ? 'choiceGone' : 'noLongerFits');
};

/** One answer, other than a table, as today's question would have been answered. */
const simple = (question: Question, answer: Answer, share: number, links: CarryForward): Carried => {
  if (answer.state === 'blank') return { typed: {}, lost: [] };
  if (answer.state === 'unreadable') return nothing('wasUnreadable');
  if (answer.state !== 'answered')
    return question.missing.includes(answer.state) ? { typed: { missing: answer.state }, lost: [] } : nothing('noLongerFits');
  const { value } = answer;
  switch (value.kind) {
    case 'quantity':
    case 'monthly':
      return amounts(question, value, share, links);
    case 'number':
      return { typed: { '': share === 1 ? numberText(value.number) : text(value.number * share) }, lost: [] };
    case 'truth':
      return { typed: { '': value.truth ? 'yes' : question.type === 'yesNo' ? 'no' : '' }, lost: [] };
    case 'choices':
      return choices(question, value.choices, links);
    case 'text':
      return question.type === 'choice' || question.type === 'choices'
        ? choices(question, [value.text], links)
        : { typed: { '': value.text }, lost: [] };
    case 'table':
      return nothing('noLongerFits');
  }
};

const columnNow = (table: TableQuestion, column: string, earlierId: string, links: CarryForward): SimpleQuestion | undefined => {
  const link = links.renamed.find(({ from }) => from === `${earlierId}.${column}`);
  const id = link === undefined ? column : link.to.slice(link.to.indexOf('.') + 1);
  return table.columns.find((one) => one.id === id);
};

/** A table row by row; units and choices of a column are named by the column. */
const rows = (table: TableQuestion, earlierId: string, value: Extract<AnswerValue, { kind: 'table' }>, links: CarryForward): Carried => {
  const lost: NotCarriedCode[] = [];
  const typed = value.rows.flatMap(({ row, cells }) =>
    Object.entries(cells).flatMap(([id, cell]): [string, string][] => {
      const column = columnNow(table, id, earlierId, links);
      if (column === undefined || row > table.maxRows) {
        lost.push('notAskedNow');
        return [];
      }
      const carried = simple(column, cell, 1, links);
      lost.push(...carried.lost);
      return Object.entries(carried.typed).map(([part, said]) => [fieldName(`${row}.${column.id}`, part), said]);
    }),
  );
  return { typed: Object.fromEntries(typed), lost: [...new Set(lost)] };
};

/**
 * What today's fields of a question would say if it had been answered as an earlier one was.
 * @param earlierId of the question that was answered
 * @param share     of a number; 1 where nothing is split
 */
export const carryAnswer = (question: Question, earlierId: string, answer: Answer, share: number, links: CarryForward): Carried =>
  question.type === 'table' && answer.state === 'answered' && answer.value.kind === 'table'
    ? rows(question, earlierId, answer.value, links)
    : simple(question, answer, share, links);
