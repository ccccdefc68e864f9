/** What a cell of a file holds, as whoever made the file left it. */
export interface FileCell {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  /** As it would be typed: a number with all of its digits and no exponent, a date as 2025-01-31, a share as 85%. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'truth' | 'date' | 'percent' | 'error';
  /** Whether a formula made the text: the value it had when the file was saved, or none that was saved, or one that asks something outside of the file. */
  readonly formula: 'none' | 'computed' | 'notComputed' | 'reachesOut';
}

/** The cells in which something stands, row by row. */
export interface FileSheet {
  readonly name: string;
  readonly cells: readonly FileCell[];
}

/** A file of tables, read. */
export interface Workbook {
  readonly format: 'xlsx' | 'csv';
  /** How the letters of a text file were written; null where the format says. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'CP949' | null;
  readonly sheets: readonly FileSheet[];
}

/** 1 -> A, 27 -> AA. */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};

/** "AA" -> 27. */
export const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

/** Where a cell stands, as spreadsheet programs write it: `전기!D14`; in a file of one sheet without a name `D14`. */
export const addressOf = (sheet: string, { row, column }: Pick<FileCell, 'row' | 'column'>): string => {
  const cell = `${columnLetters(column)}${row}`;
  if (sheet === '') return cell;
  return /[\s'!,()-]/.test(sheet) ? `'${sheet.replaceAll("'", "''")}'!${cell}` : `${sheet}!${cell}`;
};

/** What spreadsheet programs take for the beginning of a formula, behind any number of apostrophes that keep it from being one. */
const guarded = /^'+[\s\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'+[\t\r\n]/u;

/** Takes off the apostrophe that files of ours put before a text that a program would take for a formula. */
export const withoutGuard = (text: string): string => (guarded.test(text) ? text.slice(1) : text);
