import { addressOf, columnNumber, type FileCell } from '../survey/workbook.js';
import { type CellBook, cellValue } from './cell-value.js';
import { sheetLimits } from './limits.js';
import { Refusal } from './refusal.js';
import { readXml } from './xml.js';

/** How many cells the whole file may still fill. */
export interface Allowance {
  cells: number;
}

const placeOf = (reference: string | undefined, row: number, column: number): { readonly row: number; readonly column: number } => {
  if (reference === undefined) return { row, column };
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (match === null) throw new Refusal('sheetDamaged');
  return { row: Number(match[2]), column: columnNumber(match[1] as string) };
};

/** The filled cells of a sheet's part. Throws Refusal for too many, for one far away, and for one given twice. */
export const cellsIn = (source: string, name: string, book: CellBook, allowance: Allowance): readonly FileCell[] => {
  const cells: FileCell[] = [];
  const seen = new Set<number>();
  let row = 0;
  let column = 0;
  let cell: { type: string; style: number | null; value: string | null; inline: string | null; formula: string | null } | null = null;
  let reading = 0;
  let into: 'value' | 'inline' | 'formula' | null = null;
  const finish = (): void => {
    const found = cell === null ? null : cellValue(cell, book);
    if (found === null) return;
    if (row > sheetLimits.rows || column > sheetLimits.columns) {
      const { rows, columns } = sheetLimits;
      throw new Refusal('sheetFarCell', { address: addressOf(name, { row, column }), rows, columns });
    }
    allowance.cells -= 1;
    if (allowance.cells < 0) throw new Refusal('sheetManyCells', { limit: sheetLimits.cells });
    // Two values for one cell: which of them is meant cannot be told.
    const place = row * (sheetLimits.columns + 1) + column;
    if (seen.has(place) || found.text.length > sheetLimits.cellLength) throw new Refusal('sheetDamaged');
    seen.add(place);
    cells.push({ row, column, ...found });
  };
  readXml(source, {
    open: (element, attributes) => {
      if (element === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        if (!Number.isInteger(row) || row < 1) throw new Refusal('sheetDamaged');
        column = 0;
      } else if (element === 'c') {
        ({ row, column } = placeOf(attributes.r, row, column + 1));
        const style = attributes.s === undefined ? null : Number(attributes.s);
        cell = { type: attributes.t ?? 'n', style, value: null, inline: null, formula: null };
      } else if (cell !== null) {
        // What is written above a text as its reading is not part of it.
        if (element === 'rPh') reading += 1;
        if (element === 'v') into = 'value';
        if (element === 'f') into = 'formula';
        if (element === 't' && reading === 0) into = 'inline';
        if (into !== null) cell[into] ??= '';
      }
    },
    text: (text) => {
      if (cell !== null && into !== null) cell[into] = `${cell[into] ?? ''}${text}`;
    },
    close: (element) => {
      if (element === 'rPh') reading -= 1;
      if (element === 'v' || element === 'f' || element === 't') into = null;
      if (element !== 'c') return;
      finish();
      cell = null;
    },
  });
  return cells;
};
