import type { CellView, TableView } from '../presentation/plan-pieces.js';
import type { Block, Place } from './block.js';
import { columnWidths } from './column-widths.js';
import type { Line } from './line-breaker.js';
import type { Sheet, StructElement } from './sheet.js';
import { color, contentHeight, text } from './style.js';
import {
  type CellItem,
  type CellStyles,
  cellItems,
  cellStyles,
  drawCellBoxes,
  drawCellItems,
  itemsHeight,
  widestWord,
} from './table-cell.js';

export interface TableOptions {
  readonly spaceBefore?: number;
  /** Looks of the body; the first column is set in `head` where rows have a head. */
  readonly styles?: CellStyles;
  /** Draw the caption; it is in the structure only when drawn. */
  readonly showCaption?: boolean;
  /** Rows are headed by their first cell. */
  readonly rowHeads?: boolean;
  /** False: a strip of figures below their names, without rules and close together. */
  readonly rules?: boolean;
}

interface Row {
  readonly cells: readonly (readonly CellItem[])[];
  readonly isTotal: boolean;
  /** Space above and below the content. */
  readonly above: number;
  /** Shared by the two halves of a row that is taller than a page. */
  readonly made: { row: StructElement | null; cells: StructElement[] };
}

/** The laid-out table: everything that follows from its width. */
interface Layout {
  readonly widths: readonly number[];
  readonly caption: readonly Line[];
  readonly head: Row;
  readonly rows: readonly Row[];
}

const gap = 10;
const above = 4;
const captionGap = 4;
const rowHeight = (row: Row): number => Math.max(0, ...row.cells.map(itemsHeight)) + 2 * row.above;
const sum = (rows: readonly Row[]): number => rows.reduce((height, row) => height + rowHeight(row), 0);
const newRow = (cells: Row['cells'], isTotal: boolean, rowAbove: number): Row => ({
  cells,
  isTotal,
  above: rowAbove,
  made: { row: null, cells: [] },
});

/** A table with a head that is repeated on every page and rows that are not cut. */
class Table implements Block {
  readonly keepWithNext = false;
  readonly spaceBefore: number;
  private layout: { readonly width: number; readonly of: Layout } | null = null;

  constructor(
    private readonly view: TableView,
    private readonly options: TableOptions,
    private readonly fixed: Layout | null = null,
    private readonly shared: { table: StructElement | null } = { table: null },
  ) {
    this.spaceBefore = options.spaceBefore ?? 0;
  }

  height(sheet: Sheet, width: number): number {
    const { rows } = this.laidOut(sheet, width);
    return this.topHeight(sheet, width) + sum(rows);
  }

  leastHeight(sheet: Sheet, width: number): number {
    const { rows } = this.laidOut(sheet, width);
    const first = sum(rows.length <= 3 ? rows : rows.slice(0, 2));
    // A first row taller than a page is cut, so a few of its lines are enough.
    const [top] = rows;
    const isCut = top !== undefined && rowHeight(top) + this.topHeight(sheet, width) > contentHeight;
    return this.topHeight(sheet, width) + (isCut ? 5 * text.cell.leading : first);
  }

  draw({ sheet, parent, x, y, width }: Place): void {
    const { rows, caption, head } = this.laidOut(sheet, width);
    const isContinued = this.shared.table !== null;
    const table = this.shared.table ?? sheet.element(parent, 'Table');
    this.shared.table = table;
    let top = y;
    if (caption.length > 0) top = this.drawCaption(sheet, table, caption, isContinued, x, top);
    this.drawRow(sheet, isContinued ? null : table, head, x, top, width, 'head');
    top += rowHeight(head);
    rows.forEach((row, index) => {
      this.drawRow(sheet, table, row, x, top, width, index === rows.length - 1 ? 'last' : 'body');
      top += rowHeight(row);
    });
  }

  /** Cuts between rows; a row taller than a page is cut between its lines. The total stays with a row above it. */
  split(sheet: Sheet, width: number, available: number): readonly [Block, Block] | null {
    const laid = this.laidOut(sheet, width);
    let used = this.topHeight(sheet, width);
    let fit = 0;
    for (const row of laid.rows) {
      if (used + rowHeight(row) > available) break;
      used += rowHeight(row);
      fit += 1;
    }
    if (fit > 0 && fit === laid.rows.length - 1 && laid.rows.at(-1)?.isTotal) fit -= 1;
    const next = laid.rows[fit];
    if (fit === 0 && next !== undefined && rowHeight(next) + this.topHeight(sheet, width) > contentHeight) {
      return this.parts(laid, ...this.cutRow(next, available - used), laid.rows.slice(1));
    }
    if (fit === 0 || fit >= laid.rows.length) return null;
    return this.parts(laid, laid.rows.slice(0, fit), laid.rows.slice(fit));
  }

  private parts(laid: Layout, first: readonly Row[], second: readonly Row[], more: readonly Row[] = []): readonly [Block, Block] {
    const part = (rows: readonly Row[], before: number) =>
      new Table(this.view, { ...this.options, spaceBefore: before }, { ...laid, rows }, this.shared);
    return [part(first, this.spaceBefore), part([...second, ...more], 0)];
  }

  private cutRow(row: Row, available: number): readonly [readonly Row[], readonly Row[]] {
    const counts = row.cells.map((items) => {
      let used = 2 * row.above;
      const count = items.findIndex((item) => {
        used += item.height;
        return used > available;
      });
      return Math.max(1, count === -1 ? items.length : count);
    });
    const part = (cells: Row['cells']): Row => ({ ...row, cells });
    return [
      [part(row.cells.map((items, at) => items.slice(0, counts[at])))],
      [part(row.cells.map((items, at) => items.slice(counts[at])))],
    ];
  }

  private topHeight(sheet: Sheet, width: number): number {
    const { caption, head } = this.laidOut(sheet, width);
    return (caption.length > 0 ? caption.length * text.cellStrong.leading + captionGap : 0) + rowHeight(head);
  }

  private laidOut(sheet: Sheet, width: number): Layout {
    if (this.fixed !== null) return this.fixed;
    if (this.layout?.width !== width) this.layout = { width, of: this.lay(sheet, width) };
    return this.layout.of;
  }

  private lay(sheet: Sheet, width: number): Layout {
    const { columns, rows, caption, hasTotal } = this.view;
    const styles = this.options.styles ?? cellStyles;
    const padding = this.options.rules === false ? 1 : above;
    const headStyles: CellStyles = { main: text.cellHead, sub: text.cellSub };
    const strong: CellStyles = { main: { ...styles.main, weight: 'bold' }, sub: styles.sub };
    const stylesOf = (row: number, col: number) =>
      (hasTotal && row === rows.length - 1) || (col === 0 && this.hasRowHeads) ? strong : styles;
    const needs = columns.map((column, col) => {
      const body = rows.map((row, at) => (row[col] === undefined ? 0 : widestWord(sheet, row[col], stylesOf(at, col))));
      const most = Math.max(widestWord(sheet, { text: column.label }, headStyles), ...body);
      return Math.min(most + this.padding(col) + 0.5, width * (columns.length > 2 ? 0.36 : 0.5));
    });
    const widths = columnWidths(
      width,
      columns.map((column) => column.weight),
      needs,
    );
    const items = (cell: CellView, col: number, cellLook: CellStyles) =>
      cellItems(sheet, cell, (widths[col] ?? 0) - this.padding(col), cellLook);
    return {
      widths,
      caption: this.options.showCaption === false ? [] : sheet.lines(caption, width, text.cellStrong),
      head: newRow(
        columns.map((column, col) => items({ text: column.label }, col, headStyles)),
        false,
        padding,
      ),
      rows: rows.map((row, at) =>
        newRow(
          row.map((cell, col) => items(cell, col, stylesOf(at, col))),
          hasTotal && at === rows.length - 1,
          padding,
        ),
      ),
    };
  }

  private get hasRowHeads(): boolean {
    return this.options.rowHeads ?? true;
  }

  /** Columns of numbers have their gap at the left, columns of words at the right; words behind numbers need both. */
  private leftPadding(col: number): number {
    const isEnd = (at: number) => this.view.columns[at]?.align === 'end';
    return col > 0 && (isEnd(col) || isEnd(col - 1)) ? gap : 0;
  }

  private padding(col: number): number {
    const isLastOrNumber = col === this.view.columns.length - 1 || this.view.columns[col]?.align === 'end';
    return this.leftPadding(col) + (isLastOrNumber ? 0 : gap);
  }

  private drawCaption(sheet: Sheet, table: StructElement, lines: readonly Line[], isContinued: boolean, x: number, y: number): number {
    const style = text.cellStrong;
    const draw = () => {
      for (const [at, line] of lines.entries()) sheet.drawLine(line, x, sheet.baseline(y + at * style.leading, style), style);
    };
    if (isContinued) sheet.artifact(draw);
    else sheet.content(sheet.element(table, 'Caption'), 'Caption', draw);
    return y + lines.length * style.leading + captionGap;
  }

  /** `table` is null for a head that is repeated: it is in the structure once. */
  private drawRow(
    sheet: Sheet,
    table: StructElement | null,
    row: Row,
    x: number,
    y: number,
    width: number,
    kind: 'head' | 'body' | 'last',
  ): void {
    sheet.artifact(() => this.decorate(sheet, row, x, y, width, kind));
    if (table !== null && row.made.row === null) row.made.row = sheet.element(table, 'TR');
    let left = x;
    row.cells.forEach((items, col) => {
      const align = this.view.columns[col]?.align ?? 'start';
      const at = left + this.leftPadding(col);
      const columnWidth = (this.layoutWidths[col] ?? 0) - this.padding(col);
      const draw = () => drawCellItems(sheet, items, at, y + row.above, columnWidth, align);
      sheet.artifact(() => drawCellBoxes(sheet, items, at, y + row.above, columnWidth, align));
      if (table === null) sheet.artifact(draw);
      else this.drawCell(sheet, row, col, kind, draw);
      left += this.layoutWidths[col] ?? 0;
    });
  }

  private drawCell(sheet: Sheet, row: Row, col: number, kind: 'head' | 'body' | 'last', draw: () => void): void {
    const isRowHead = kind !== 'head' && col === 0 && this.hasRowHeads;
    const tag = kind === 'head' || isRowHead ? 'TH' : 'TD';
    if (row.made.row === null) throw new Error('A cell is drawn before its row');
    const cell = row.made.cells[col] ?? sheet.element(row.made.row, tag, tag === 'TH' ? { scope: isRowHead ? 'Row' : 'Column' } : {});
    row.made.cells[col] = cell;
    sheet.content(cell, tag, draw);
  }

  private get layoutWidths(): readonly number[] {
    return (this.fixed ?? this.layout?.of)?.widths ?? [];
  }

  private decorate(sheet: Sheet, row: Row, x: number, y: number, width: number, kind: 'head' | 'body' | 'last'): void {
    const bottom = y + rowHeight(row);
    if (this.options.rules === false) return;
    if (kind === 'head') sheet.rule(x, y, width, color.strongRule, 0.9);
    if (row.isTotal) sheet.rule(x, y, width, color.strongRule, 0.5);
    const isEnd = kind === 'last';
    sheet.rule(x, bottom, width, kind === 'head' || isEnd ? color.strongRule : color.rule, isEnd || kind === 'head' ? 0.5 : 0.4);
  }
}

/** A table of the plan. */
export const table = (view: TableView, options: TableOptions = {}): Block => new Table(view, options);
