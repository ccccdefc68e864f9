import { CsvError, parse } from 'csv-parse/sync';
import { adminProblem } from '../problem/admin-problems.js';
import { decodeCp949, decodeUnicode } from '../spreadsheets/decode-text.js';

export const importLimits = { bytes: 200 * 1024, rows: 1000 } as const;

/** How the letters of a file were written. */
export type FileEncoding = 'UTF-8' | 'CP949';

/**
 * The rows of a CSV file as texts, header first. UTF-8 with or without its mark, else CP949, which Korean Excel writes.
 * Throws fileMissing, fileTooLarge, fileEncoding, fileNotCsv.
 */
export const readRegisterFile = (
  bytes: Uint8Array | null,
): { readonly rows: readonly (readonly string[])[]; readonly encoding: FileEncoding } => {
  if (bytes === null) throw adminProblem('fileMissing', {}, 'file');
  const tooLarge = () => adminProblem('fileTooLarge', { kib: importLimits.bytes / 1024, rows: importLimits.rows }, 'file');
  if (bytes.length > importLimits.bytes) throw tooLarge();
  const utf8 = decodeUnicode(bytes, 'utf-8');
  const text = utf8 ?? decodeCp949(bytes);
  if (text === null || text.includes('\0')) throw adminProblem('fileEncoding', {}, 'file');
  let rows: string[][];
  try {
    rows = parse(text, { relax_column_count: true, skip_empty_lines: true, to: importLimits.rows + 2 });
  } catch (error) {
    if (error instanceof CsvError) throw adminProblem('fileNotCsv', { line: Number(error.lines ?? 1) }, 'file');
    throw error;
  }
  const filled = rows.filter((row, index) => index === 0 || row.some((cell) => cell.trim() !== ''));
  if (filled.length < 2) throw adminProblem('fileMissing', {}, 'file');
  if (filled.length > importLimits.rows + 1) throw tooLarge();
  return { rows: filled, encoding: utf8 === null ? 'CP949' : 'UTF-8' };
};
