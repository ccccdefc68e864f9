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
  return typeof safe === 'boolean' ? { value: safe, type: Boolean } : { value: safe, type: String };
};

/** Writes tables as XLSX: texts are texts whatever they begin with, numbers are numbers, and nothing in it runs. */
export const xlsxTables = (sheets: readonly TableSheet[]): Promise<Uint8Array> =>
  writeExcelFile(
    sheets.map(({ name, header, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: header.map((title) => ({ width: Math.max(12, Math.min(title.length + 4, 40)) })),
      data: [header.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cellOf))],
    })),
  ).toBuffer();
