import { exactSum } from '../domain/exact-sum.js';
import { unitOf } from '../domain/units.js';
import type { Expression, Value } from '../expression/expression.js';
import type { Question } from './edition.js';
import type { AskedQuestion } from './question-functions.js';
import { converted } from './year-quantity.js';

/** What `tableQuantity(table, 'column', 'unit', 'choice column', 'choice')` is given, as texts. */
const textsIn = (given: readonly Expression[]): readonly string[] =>
  given.slice(1).flatMap((argument) => (argument.kind === 'text' ? [argument.value] : []));

/**
 * The sum of a column of amounts over the rows in which another column has a choice, in a unit. Unknown where there is no such row, and where
 * one of them has no amount that can be converted.
 */
export const tableQuantity = (asked: AskedQuestion, given: readonly Expression[]): Value => {
  const [column = '', unit = '', choiceColumn = '', choice = ''] = textsIn(given);
  if (asked.relevance === false || asked.answer.state !== 'answered' || asked.answer.value.kind !== 'table') return null;
  const rows = asked.answer.value.rows.filter(({ cells }) => {
    const cell = cells[choiceColumn];
    return cell?.state === 'answered' && cell.value.kind === 'text' && cell.value.text === choice;
  });
  const amounts = rows.map(({ cells }) => {
    const cell = cells[column];
    return cell?.state === 'answered' && cell.value.kind === 'quantity' ? converted(cell.value.number, cell.value.unit, unit) : null;
  });
  return amounts.length === 0 || amounts.includes(null) ? null : exactSum(amounts.map((amount) => amount ?? 0));
};

/** Refuses a table, a column, a unit or a choice that there is not. */
export const checkTableQuantity = (table: Question, given: readonly Expression[], refuse: (reason: string) => never): 'number' => {
  const texts = textsIn(given);
  const [column, unit = '', choiceColumn, choice] = texts;
  if (table.type !== 'table') return refuse(`tableQuantity does not take a question of type ${table.type}`);
  if (given.length !== 5 || texts.length !== 4) refuse('tableQuantity takes a table, a column, a unit, a column of choices and a choice');
  if (table.columns.find(({ id }) => id === column)?.type !== 'quantity') refuse(`${table.id} has no column of amounts ${column}`);
  if (unitOf(unit) === null) refuse(`there is no unit ${unit}`);
  const choices = table.columns.find(({ id }) => id === choiceColumn);
  if (choices?.type !== 'choice' || !choices.choices.some(({ id }) => id === choice)) refuse(`${table.id} has no choice ${choice}`);
  return 'number';
};
