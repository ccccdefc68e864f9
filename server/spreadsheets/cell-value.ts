import type { FileCell } from '../survey/workbook.js';
import { dateText, type NumberFormat, numberCellText } from './number-format.js';

/** A cell as it stands in the part of its sheet. */
export interface RawCell {
  readonly type: string;
  /** Of the style; null: none. */
  readonly style: number | null;
  /** Null: there is no such element. */
  readonly value: string | null;
  readonly inline: string | null;
  readonly formula: string | null;
}

/** What a workbook says once for all of its cells. */
export interface CellBook {
  readonly strings: readonly string[];
  /** By style. */
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

type Value = Pick<FileCell, 'text' | 'kind' | 'formula'>;

/** Other workbooks, addresses, programs: nothing of it is followed, and what it once gave is not taken. */
const outward = /\[\d+\]|https?:|file:|\|\s*'|\b(?:webservice|hyperlink|dde|call|exec|register(?:\.id)?|rtd|image|filterxml)\s*\(/i;

/** Excel writes what XML cannot hold as _x000D_. */
const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;

const plain: NumberFormat = { kind: 'number', scale: '' };

const ofNumber = (raw: string, { kind, scale }: NumberFormat, is1904: boolean): Pick<Value, 'text' | 'kind'> => {
  const text = numberCellText(raw);
  if (text === null) return { text: raw, kind: 'error' };
  if (kind === 'date') return { text: dateText(Number(raw), is1904), kind };
  if (kind === 'percent') return { text: `${numberCellText(String(Number(raw) * 100)) ?? text}%`, kind };
  // Whoever sees 12,345만원 means that, and not the 12345 behind it.
  return scale === '' ? { text, kind } : { text: `${text}${scale}`, kind: 'text' };
};

const ofType = (cell: RawCell, value: string, { strings, formats, is1904 }: CellBook): Pick<Value, 'text' | 'kind'> => {
  switch (cell.type) {
    case 's': {
      const text = strings[Number(value)];
      return text === undefined ? { text: value, kind: 'error' } : { text: unescaped(text), kind: 'text' };
    }
    case 'str':
    case 'inlineStr':
      return { text: unescaped(value), kind: 'text' };
    case 'b':
      return { text: value.trim() === '1' ? 'TRUE' : 'FALSE', kind: 'truth' };
    case 'd':
      return {
        text: value
          .trim()
          .replace('T', ' ')
          .replace(/(?: 00:00:00)?(?:\.0+)?Z?$/, ''),
        kind: 'date',
      };
    case 'n':
      return ofNumber(value, formats[cell.style ?? 0] ?? plain, is1904);
    default:
      return { text: value, kind: 'error' };
  }
};

/** What a cell holds; null when nothing stands in it. */
export const cellValue = (cell: RawCell, book: CellBook): Value | null => {
  const value = cell.type === 'inlineStr' ? cell.inline : cell.value;
  // Programs that compute nothing leave the value of a formula out, or an empty element where a number would stand.
  const isMissing = value === null || (value === '' && cell.type !== 'str');
  const formula = cell.formula === null ? 'none' : outward.test(cell.formula) ? 'reachesOut' : isMissing ? 'notComputed' : 'computed';
  if (formula !== 'none' && isMissing) return { text: `=${cell.formula ?? ''}`, kind: 'error', formula };
  if (value === null || value === '') return null;
  return { ...ofType(cell, value, book), formula };
};
