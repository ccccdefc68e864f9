import type { Answer } from './answer.js';
import type { MonthlyQuestion, Question, SimpleQuestion } from './edition.js';
import { cellOf } from './field-names.js';
import { monthParts } from './read-answer.js';

/** The smallest piece of an answer that can be named: a simple answer as a whole, a month, a cell of a table. */
export interface AnswerCell {
  /** Behind the question in a field's name: "" for the whole, "m03", "annual", "2.size". */
  readonly part: string;
  /** What is asked there: the question, or the column. A month is asked by its question. */
  readonly asks: SimpleQuestion | MonthlyQuestion | Question;
  readonly answer: Answer;
}

/** A month or the year's total as an answer of its own; `null` is a month left blank, which is not zero. */
const monthCell = (question: MonthlyQuestion, part: string, number: number | null, unit: string, typed: string): AnswerCell => ({
  part,
  asks: question,
  answer:
    number === null
      ? { state: 'blank', typed: {} }
      : { state: 'answered', typed: typed === '' ? {} : { '': typed }, value: { kind: 'quantity', number, unit } },
});

/** The cells of an answer. One that has no value, or was not understood, is one cell whatever the question. */
export const cellsOf = (question: Question, answer: Answer): readonly AnswerCell[] => {
  if (answer.state === 'answered' && question.type === 'monthly' && answer.value.kind === 'monthly') {
    const { months, annual, unit } = answer.value;
    return [
      ...months.map((number, at) => {
        const part = monthParts[at] ?? '';
        return monthCell(question, part, number, unit, answer.typed[part] ?? '');
      }),
      ...(annual === null ? [] : [monthCell(question, 'annual', annual, unit, answer.typed.annual ?? '')]),
    ];
  }
  if (answer.state === 'answered' && question.type === 'table' && answer.value.kind === 'table')
    return answer.value.rows.flatMap(({ row, cells }) =>
      question.columns.flatMap((column) => {
        const cell = cells[column.id];
        return cell === undefined ? [] : [{ part: `${row}.${column.id}`, asks: column, answer: cell }];
      }),
    );
  return [{ part: '', asks: question, answer }];
};

/** Whether a part names a cell of a question that something can be said about: the whole, a month, a cell of a table. */
export const isPlace = (question: Question, part: string): boolean => {
  if (part === '') return true;
  if (question.type === 'monthly') return part === 'annual' || monthParts.includes(part);
  if (question.type !== 'table') return false;
  const cell = cellOf(question, part);
  return cell !== null && cell.part === '' && cell.row >= 1 && cell.row <= question.maxRows;
};
