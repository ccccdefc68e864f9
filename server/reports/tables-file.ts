import writeExcelFile from 'write-excel-file/node';
import { type CellValue, spreadsheetCell } from './spreadsheet-cell.js';

/** A sheet of a workbook: a header and rows below it. */
export interface TableSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

const cellOf = (value: CellValue) => {
  const safe = spreadsheetCell(value);
  if (safe === null || safe === '') return null;
  if (typeof safe === 'number') return { value: safe, type: Number };
  return typeof safe === 'boolean'
    ? { value: safe, type: Boolean }
    : { value: safe, type: String, wrap: true, alignVertical: 'top' as const };
};

/** As wide as the longest line in a column, within what a screen shows. Letters of Korean are wider than digits. */
const widthOf = ({ header, rows }: TableSheet, at: number): number => {
  const lines = [header[at], ...rows.map((row) => row[at])].flatMap((value) => String(value ?? '').split('\n'));
  return Math.min(
    60,
    lines.reduce((widest, line) => Math.max(widest, Math.ceil(line.length * 1.4) + 4), 12),
  );
};

/** Writes tables as XLSX: texts are texts whatever they begin with, numbers are numbers, and nothing in it runs. */
export const xlsxTables = (sheets: readonly TableSheet[]): Promise<Uint8Array> =>
  writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      stickyRowsCount: 1,
      columns: sheet.header.map((_, at) => ({ width: widthOf(sheet, at) })),
      data: [
        sheet.header.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })),
        ...sheet.rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer();
