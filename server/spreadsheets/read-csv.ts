import { CsvError, parse } from 'csv-parse/sync';
import type { FileCell, Workbook } from '../survey/workbook.js';
import { decodeCp949, decodeUnicode } from './decode-text.js';
import { sheetLimits } from './limits.js';
import { Refusal } from './refusal.js';

/** UTF-8 with or without its mark, UTF-16 with its mark, else CP949, which Korean Excel writes. */
const textOf = (bytes: Buffer): { readonly text: string; readonly encoding: NonNullable<Workbook['encoding']> } => {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? decodeUnicode(bytes, 'utf-16le') : null;
  if (wide !== null) return { text: wide, encoding: 'UTF-16' };
  const utf8 = decodeUnicode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'UTF-8' };
  const korean = decodeCp949(bytes);
  if (korean === null) throw new Refusal('sheetEncoding');
  return { text: korean, encoding: 'CP949' };
};

/** Which of the usual characters stands between the cells: tabs where most lines have them, else what comes more often. */
const delimiterOf = (text: string): string => {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40);
  const having = (character: string): number => lines.filter((line) => line.includes(character)).length;
  const count = (character: string): number => lines.reduce((sum, line) => sum + line.split(character).length - 1, 0);
  if (having('\t') * 2 > lines.length) return '\t';
  return having(';') * 2 > lines.length && count(';') >= count(',') ? ';' : ',';
};

/** Reads a text file of cells. All of them are texts. Throws Refusal. */
export const readCsv = (bytes: Buffer): Workbook => {
  const { text, encoding } = textOf(bytes);
  if (text.includes('\0')) throw new Refusal('sheetOtherType');
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head|body)/i.test(text)) throw new Refusal('sheetWebPage');
  let rows: string[][];
  try {
    rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      to: sheetLimits.rows + 1,
    });
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('sheetNotCsv', { line: Number(error.lines ?? 1) });
    throw error;
  }
  const { rows: most, columns } = sheetLimits;
  const cells: FileCell[] = [];
  rows.forEach((row, index) => {
    row.forEach((value, at) => {
      if (value === '') return;
      if (index >= most || at >= columns) throw new Refusal('sheetFarCell', { address: `${index + 1}:${at + 1}`, rows: most, columns });
      if (value.length > sheetLimits.cellLength) throw new Refusal('sheetDamaged');
      cells.push({ row: index + 1, column: at + 1, text: value, kind: 'text', formula: 'none' });
    });
  });
  if (cells.length > sheetLimits.cells) throw new Refusal('sheetManyCells', { limit: sheetLimits.cells });
  return { format: 'csv', encoding, sheets: [{ name: '', cells }] };
};
