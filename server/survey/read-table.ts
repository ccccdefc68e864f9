import type { Answer, TableRow, Typed } from './answer.js';
import type { CodeList } from './code-list.js';
import type { TableQuestion } from './edition.js';
import { cellOf } from './field-names.js';
import { readAnswer } from './read-answer.js';

const somethingTyped = (typed: Typed): boolean => Object.values(typed).some((text) => text !== '');

/** Reads the rows of a table from the texts of its cells ("3.size.unit"). A row in which at most a unit was chosen is no row. */
const rowsOf = (table: TableQuestion, typed: Typed, lists: Readonly<Record<string, CodeList>>): readonly TableRow[] => {
  const texts = new Map<number, Map<string, Record<string, string>>>();
  for (const [part, text] of Object.entries(typed)) {
    const cell = cellOf(table, part);
    if (cell === null || text === '') continue;
    const row = texts.get(cell.row) ?? new Map<string, Record<string, string>>();
    row.set(cell.column.id, { ...row.get(cell.column.id), [cell.part]: text });
    texts.set(cell.row, row);
  }
  return [...texts]
    .sort(([left], [right]) => left - right)
    .map(([row, cells]) => ({
      row,
      cells: Object.fromEntries(
        table.columns.flatMap((column): [string, Answer][] => {
          const cell = cells.get(column.id);
          return cell !== undefined && somethingTyped(cell) ? [[column.id, readAnswer(column, cell, lists)]] : [];
        }),
      ),
    }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell.state !== 'blank'));
};

/** Reads a table. What cannot be read stays in its cell; the table itself is unreadable only when it has rows and a missing reason. */
export const readTable = (table: TableQuestion, typed: Typed, lists: Readonly<Record<string, CodeList>>): Answer => {
  const rows = rowsOf(table, typed, lists);
  const missing = (typed.missing ?? '').trim();
  const own: Typed = missing === '' ? {} : { missing };
  if (missing === '') return rows.length === 0 ? { state: 'blank', typed: own } : answered(rows, own);
  const reason = table.missing.find((one) => one === missing);
  if (reason !== undefined && rows.length === 0) return { state: reason, typed: own };
  const fault =
    reason === undefined
      ? { part: 'missing', code: 'missingNotOffered', values: { text: missing } }
      : { part: 'missing', code: 'missingAndValue', values: {} };
  // The cells are kept as texts: an unreadable answer has no value to keep them in.
  return { state: 'unreadable', typed, faults: [fault] };
};

const answered = (rows: readonly TableRow[], typed: Typed): Answer => ({ state: 'answered', typed, value: { kind: 'table', rows } });
