import type { XlsFormProblemCode } from '../../problem/xlsform-problems.js';
import type { Text } from '../edition.js';
import { addressOf, type FileSheet, type Workbook, withoutGuard } from '../workbook.js';

/** Something of an XLSForm that is not taken over (`outside`), or not as it stands there (`note`), and where. */
export interface XlsFinding {
  readonly level: 'outside' | 'note';
  readonly address: string;
  readonly code: XlsFormProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export type Report = (finding: XlsFinding) => void;

/** A row with its cells by column, and a way to say something of one of them. */
export interface ReadRow {
  readonly cells: ReadonlyMap<string, string>;
  readonly text: (column: string) => string;
  /** @param column where it stands; the first column when the row has none of that name */
  readonly say: (level: XlsFinding['level'], column: string, code: XlsFormProblemCode, values?: XlsFinding['values']) => void;
}

const isKorean = /\(ko\)|korean|한국어|^ko$/i;
const isEnglish = /\(en\)|english|영어|^en$/i;

/** Columns are called by one name, whatever language and spelling a file has for them; null: none that is read. */
const columnOf = (header: string): string | null => {
  const [name = '', language] = header.split(/::?/).map((part) => part.trim());
  const plain = name.toLowerCase().replaceAll(' ', '_');
  const known = plain === 'relevance' ? 'relevant' : plain === 'list' || plain === 'listname' ? 'list_name' : plain;
  if (language === undefined) return known;
  const of = isKorean.test(language) ? 'ko' : isEnglish.test(language) ? 'en' : null;
  return of === null ? null : `${known}::${of}`;
};

/** Reads a sheet whose first filled row names its columns. Cells in columns that are not `known` are reported. */
export const readRows = (workbook: Workbook, name: string, known: readonly string[], report: Report): readonly ReadRow[] => {
  const sheet = workbook.sheets.find((one) => one.name.trim().toLowerCase() === name);
  const headerRow = sheet?.cells[0]?.row;
  if (sheet === undefined || headerRow === undefined) {
    report({ level: 'outside', address: name, code: 'sheetAbsent', values: { text: name } });
    return [];
  }
  const headers = new Map(sheet.cells.filter(({ row }) => row === headerRow).map(({ column, text }) => [column, text.trim()]));
  const rows = new Map<number, FileSheet['cells'][number][]>();
  for (const cell of sheet.cells)
    if (cell.row > headerRow && cell.text.trim() !== '') rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows].map(([row, cells]) => {
    const read = new Map<string, string>();
    const places = new Map<string, number>();
    const at = (column: number): string => addressOf(sheet.name, { row, column });
    for (const { column, text } of cells) {
      const header = headers.get(column) ?? '';
      const key = columnOf(header);
      if (key === null || !known.includes(key))
        report({ level: 'outside', address: at(column), code: 'columnOutside', values: { column: header, text } });
      else {
        read.set(key, withoutGuard(text.trim()));
        places.set(key, column);
      }
    }
    return {
      cells: read,
      text: (column) => read.get(column) ?? '',
      say: (level, column, code, values = {}) =>
        report({
          level,
          address: at(places.get(column) ?? cells[0]?.column ?? 1),
          code,
          values: { text: read.get(column) ?? '', ...values },
        }),
    };
  });
};

/** A text in both languages; one that is given in one alone stands for both, and is reported. Null when there is none. */
export const bothTexts = (row: ReadRow, column: 'label' | 'hint'): Text | null => {
  const [ko, en, plain] = [row.text(`${column}::ko`), row.text(`${column}::en`), row.text(column)];
  const any = ko || en || plain;
  if (any === '') return null;
  const text = { ko: ko || plain || en, en: en || plain || ko };
  if (ko === '' || en === '')
    row.say('note', ko === '' ? (en === '' ? column : `${column}::en`) : `${column}::ko`, 'oneLanguage', { text: any });
  return text;
};
