import type { Expression } from '../../expression/expression.js';
import { referencesOf } from '../../expression/walk.js';
import { blank, type TableRow } from '../answer.js';
import type { TableQuestion } from '../edition.js';
import type { AskedQuestion } from '../question-functions.js';
import type { Looked } from '../relevance.js';
import type { Place } from './place.js';

/** What a mapping can look at: the questions of the edition, and, in a row of a table, its columns before them. */
export interface Scope {
  /** The answer that the mapping is of. */
  readonly own: Place;
  readonly find: (id: string) => AskedQuestion | undefined;
  readonly placeOf: (id: string) => Place;
  readonly looked: Looked;
}

/** A question that the check of the data files has seen. */
export const askedIn = ({ find }: Scope, id: string): AskedQuestion => {
  const found = find(id);
  if (found === undefined) throw new Error(`The question ${id} was not checked before it was mapped.`);
  return found;
};

export const questionScope = (question: string, looked: Looked): Scope => ({
  own: { question },
  find: (id) => looked.questions.get(id),
  placeOf: (id) => ({ question: id }),
  looked,
});

export const rowScope = (table: AskedQuestion & { readonly question: TableQuestion }, { row, cells }: TableRow, looked: Looked): Scope => {
  const { question, relevance } = table;
  const columnOf = (id: string) => question.columns.find((column) => column.id === id);
  return {
    own: { question: question.id, row },
    find: (id) => {
      const column = columnOf(id);
      return column === undefined ? looked.questions.get(id) : { question: column, relevance, answer: cells[id] ?? blank };
    },
    placeOf: (id) => (columnOf(id) === undefined ? { question: id } : { question: question.id, row, column: id }),
    looked,
  };
};

/** The questions and columns an expression looks at; a part of one (`diesel-used.unit`) stands for all of it. */
export const questionsIn = (expression: Expression): readonly string[] => [
  ...new Set(referencesOf(expression).map((path) => path.split('.')[0] ?? path)),
];
