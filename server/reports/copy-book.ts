import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { CopySheet, CopyValue } from '../presentation/own-copy.js';
import { spreadsheetCell } from './spreadsheet-cell.js';

const head = { fontWeight: 'bold', backgroundColor: '#E7F0FD', wrap: true } as const;
const widest = 60;

const laid = (value: CopyValue): Cell => {
  const safe = spreadsheetCell(value);
  if (safe === null) return null;
  // Every digit of a number shows, and it stays one.
  return typeof safe === 'number'
    ? { value: safe, type: Number, format: '#,##0.###############' }
    : { value: String(safe), type: String, wrap: true, alignVertical: 'top' };
};

/** As wide as its longest line, within reason. */
const widthOf = ({ head: heads, rows }: CopySheet, at: number): number => {
  const lines = [heads[at], ...rows.map((row) => row[at])].flatMap((value) => String(value ?? '').split('\n'));
  return Math.min(widest, 4 + lines.reduce((longest, line) => Math.max(longest, [...line].length * 1.3), 6));
};

/** Writes sheets as XLSX: numbers are numbers, texts are texts whatever they begin with, and nothing in it runs. */
export const copyBook = (sheets: readonly CopySheet[]): Promise<Uint8Array> =>
  writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: [sheet.head.map((title): Cell => ({ value: title, type: String, ...head })), ...sheet.rows.map((row) => row.map(laid))],
      columns: sheet.head.map((_, at) => ({ width: widthOf(sheet, at) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
