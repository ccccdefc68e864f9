import { cleanText } from './clean-text.js';

/** What a cell of an export can hold. Null is an empty cell. */
export type CellValue = string | number | boolean | null;

/** What spreadsheet programs take for the beginning of a formula, full-width signs and white space before them included. */
const formula = /^'*[\s\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n]/u;
/** A longer text does not fit into a cell. */
const longest = 32_767;

/**
 * A value as a cell of a spreadsheet, which runs nothing. A number stays a number, a negative one too; a text stays a text, and one that a
 * program would take for a formula gets an apostrophe in front, which programs show as the text behind it.
 * Throws for a number that is none: it would become a text without a word.
 */
export const spreadsheetCell = (value: CellValue): CellValue => {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} is no number for a cell`);
    return value;
  }
  if (typeof value !== 'string') return value;
  const text = cleanText(value).replace(/\r\n?/g, '\n');
  const inert = formula.test(text) || formula.test(value) ? `'${text}` : text;
  return inert.length > longest ? `${inert.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : inert;
};
