import { stringify } from 'csv-stringify/sync';
import { type CellValue, spreadsheetCell } from './spreadsheet-cell.js';

/** What tells Korean Excel that the file is UTF-8. */
const byteOrderMark = '\ufeff';

/** How a value lies in a CSV file: numbers as they are, words for truth. */
const laid = (value: CellValue): string | number | null => {
  const cell = spreadsheetCell(value);
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : cell;
};

/** Rows of a CSV file, without what stands before them: for a file that is written a part at a time. */
export const csvRows = (rows: readonly (readonly CellValue[])[]): string =>
  stringify(
    rows.map((row) => row.map(laid)),
    { record_delimiter: '\r\n', quoted_string: true },
  );

/**
 * A CSV file that Excel, LibreOffice and programs read alike: UTF-8 with its mark, texts in quotes so that 00123 keeps its zeros in
 * programs that heed them, nothing in it that runs.
 */
export const csvFile = (header: readonly string[], rows: readonly (readonly CellValue[])[]): Uint8Array =>
  new TextEncoder().encode(`${byteOrderMark}${csvRows([header, ...rows])}`);
