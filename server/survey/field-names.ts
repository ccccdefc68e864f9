import type { Question, SimpleQuestion, TableQuestion } from './edition.js';
import { monthParts } from './read-answer.js';

/** The name of a field: the question, and the part behind it unless it is the field itself. */
export const fieldName = (question: string, part: string): string => (part === '' ? question : `${question}.${part}`);

/** Question and part of a field name; question ids have no dot. */
export const splitName = (name: string): { readonly question: string; readonly part: string } => {
  const dot = name.indexOf('.');
  return dot < 0 ? { question: name, part: '' } : { question: name.slice(0, dot), part: name.slice(dot + 1) };
};

const missingPart = (question: Question): readonly string[] => (question.missing.length > 0 ? ['missing'] : []);

/** The parts a question other than a table has fields for. The unit has one even when only one is offered. */
export const partsOf = (question: Exclude<Question, TableQuestion>): readonly string[] => {
  switch (question.type) {
    case 'choices':
      return [...question.choices.map((choice) => choice.id), ...missingPart(question)];
    case 'quantity':
      return ['', 'unit', ...missingPart(question)];
    case 'monthly':
      return [...monthParts, 'annual', 'unit', ...missingPart(question)];
    default:
      return ['', ...missingPart(question)];
  }
};

export interface CellName {
  /** From 1; may lie beyond the table. */
  readonly row: number;
  readonly column: SimpleQuestion;
  readonly part: string;
}

/** The cell that the part of a table's field name means: "3.size.unit". Null when there is no such column or part. */
export const cellOf = (table: TableQuestion, part: string): CellName | null => {
  const match = /^([1-9]\d{0,5})\.([a-z0-9-]+)(?:\.(.+))?$/.exec(part);
  if (match === null) return null;
  const column = table.columns.find((one) => one.id === match[2]);
  const inner = match[3] ?? '';
  return column === undefined || !partsOf(column).includes(inner) ? null : { row: Number(match[1]), column, part: inner };
};
