import type { BadgeView, CellView } from '../presentation/plan-pieces.js';
import { badgeHeight, badgeWidth, drawBadgeBox, drawBadgeLabel, outcomeText } from './badge.js';
import type { Line } from './line-breaker.js';
import type { Sheet } from './sheet.js';
import { type TextStyle, text } from './style.js';

/** What stands in a cell, from top to bottom. */
export type CellItem =
  | { readonly kind: 'line'; readonly line: Line; readonly style: TextStyle; readonly height: number }
  | { readonly kind: 'badge'; readonly badge: BadgeView; readonly height: number };

/** Looks of the text of a cell. */
export interface CellStyles {
  readonly main: TextStyle;
  readonly sub: TextStyle;
}

export const cellStyles: CellStyles = { main: text.cell, sub: text.cellSub };

const linesOf = (sheet: Sheet, content: string, width: number, style: TextStyle): CellItem[] =>
  sheet.lines(content, width, style).map((line) => ({ kind: 'line', line, style, height: style.leading }));

/** Lays the content of a cell out at a width. */
export const cellItems = (sheet: Sheet, cell: CellView, width: number, styles: CellStyles): readonly CellItem[] => [
  ...(cell.text === '' ? [] : linesOf(sheet, cell.text, width, styles.main)),
  ...(cell.outcome === undefined ? [] : linesOf(sheet, outcomeText(cell.outcome), width, outcomeStyle(cell, styles))),
  ...(cell.sub === undefined || cell.sub === '' ? [] : linesOf(sheet, cell.sub, width, styles.sub)),
  ...(cell.badge === undefined ? [] : [{ kind: 'badge' as const, badge: cell.badge, height: badgeHeight + 1 }]),
];

const outcomeStyle = (cell: CellView, styles: CellStyles): TextStyle =>
  cell.outcome?.outcome === 'yes' ? { ...styles.main, weight: 'bold' } : styles.main;

export const itemsHeight = (items: readonly CellItem[]): number => items.reduce((sum, item) => sum + item.height, 0);

/** The width a cell needs so that no word of it is cut. */
export const widestWord = (sheet: Sheet, cell: CellView, styles: CellStyles): number => {
  const words = (content: string | undefined, style: TextStyle) =>
    (content ?? '').split(/[ \n]+/).map((word) => sheet.widthOf(word, style));
  return Math.max(
    0,
    ...words(cell.text, styles.main),
    ...words(cell.sub, styles.sub),
    ...(cell.outcome === undefined ? [] : [sheet.widthOf(outcomeText(cell.outcome), outcomeStyle(cell, styles))]),
    ...(cell.badge === undefined ? [] : [badgeWidth(sheet, cell.badge)]),
  );
};

const left = (sheet: Sheet, item: CellItem, x: number, width: number, align: 'start' | 'end'): number => {
  const own = item.kind === 'line' ? item.line.width * item.style.size : badgeWidth(sheet, item.badge);
  return align === 'end' ? x + width - own : x;
};

/** Draws the boxes of badges; to be called as an artifact, before the content. */
export const drawCellBoxes = (
  sheet: Sheet,
  items: readonly CellItem[],
  x: number,
  y: number,
  width: number,
  align: 'start' | 'end',
): void => {
  let top = y;
  for (const item of items) {
    if (item.kind === 'badge') drawBadgeBox(sheet, item.badge, left(sheet, item, x, width, align), top + 1);
    top += item.height;
  }
};

export const drawCellItems = (
  sheet: Sheet,
  items: readonly CellItem[],
  x: number,
  y: number,
  width: number,
  align: 'start' | 'end',
): void => {
  let top = y;
  for (const item of items) {
    const at = left(sheet, item, x, width, align);
    if (item.kind === 'line') sheet.drawLine(item.line, at, sheet.baseline(top, item.style), item.style);
    else drawBadgeLabel(sheet, item.badge, at, top + 1);
    top += item.height;
  }
};
