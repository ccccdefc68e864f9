import type { Answer, Typed } from './answer.js';
import type { Question, TableQuestion } from './edition.js';
import { cellOf, fieldName } from './field-names.js';

/** The texts of an answer by the part behind its question, those of cells included: "3.size.unit". */
export const partsTyped = (answer: Answer): readonly (readonly [string, string])[] => {
  const own = Object.entries(answer.typed);
  if (answer.state !== 'answered' || answer.value.kind !== 'table') return own;
  const cells = answer.value.rows.flatMap(({ row, cells: columns }) =>
    Object.entries(columns).flatMap(([column, cell]) =>
      partsTyped(cell).map(([part, text]) => [fieldName(`${row}.${column}`, part), text] as const),
    ),
  );
  return [...own, ...cells];
};

const cellName = (part: string): string => part.split('.').slice(0, 2).join('.');
const rowName = (part: string): string => part.split('.')[0] ?? '';

/** The parts of one cell, out of those that were sent: it is taken whole or stays as it was. */
export const withoutCell = (table: TableQuestion, typed: Typed, part: string): Record<string, string> => {
  if (cellOf(table, part) === null) return { ...typed };
  const cell = cellName(part);
  return Object.fromEntries(Object.entries(typed).filter(([other]) => cellName(other) !== cell));
};

/** Ticked boxes are sent, unticked ones are not: their absence says something. */
const isTicks = (table: TableQuestion, part: string): boolean => {
  const type = cellOf(table, part)?.column.type;
  return type === 'choices' || type === 'consent';
};

/**
 * What a page sent of a question of many fields, with what it did not send as it was before: a browser sends every field that it shows, also
 * the empty ones, so a row, a cell or a month that is not there was lost on its way and not taken out.
 */
export const completed = (question: Question, sent: Typed, before: Answer | undefined): Record<string, string> => {
  const kept = before === undefined ? [] : partsTyped(before).filter(([part]) => part !== 'missing' && !Object.hasOwn(sent, part));
  if (question.type === 'monthly') return { ...Object.fromEntries(kept), ...sent };
  if (question.type !== 'table') return { ...sent };
  const rows = new Set(Object.keys(sent).map(rowName));
  const cells = new Set(Object.keys(sent).map(cellName));
  const stays = kept.filter(([part]) => !rows.has(rowName(part)) || (!cells.has(cellName(part)) && !isTicks(question, part)));
  return { ...Object.fromEntries(stays), ...sent };
};
