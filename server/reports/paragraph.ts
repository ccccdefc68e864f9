import type { Block, Place } from './block.js';
import type { Line } from './line-breaker.js';
import type { Sheet, StructElement } from './sheet.js';
import type { TextStyle } from './style.js';

export interface ParagraphOptions {
  readonly spaceBefore?: number;
  readonly keepWithNext?: boolean;
  /** Structure type: P unless it is a heading, a caption, a label … */
  readonly tag?: string;
  readonly indent?: number;
  /** Called with the page position when its first line is drawn. */
  readonly onDraw?: (sheet: Sheet, y: number) => void;
}

/** Lines of one text. The parts of a paragraph that is cut share one structure element. */
class Paragraph implements Block {
  readonly spaceBefore: number;
  readonly keepWithNext: boolean;
  private cache: { readonly width: number; readonly lines: readonly Line[] } | null = null;

  constructor(
    private readonly content: string | readonly Line[],
    private readonly style: TextStyle,
    private readonly options: ParagraphOptions,
    private readonly shared: { element: StructElement | null } = { element: null },
  ) {
    this.spaceBefore = options.spaceBefore ?? 0;
    this.keepWithNext = options.keepWithNext ?? false;
  }

  height(sheet: Sheet, width: number): number {
    return this.lines(sheet, width).length * this.style.leading;
  }

  leastHeight(sheet: Sheet, width: number): number {
    const count = this.lines(sheet, width).length;
    return Math.min(count, count === 3 ? 3 : 2) * this.style.leading;
  }

  draw({ sheet, parent, x, y, width }: Place): void {
    const tag = this.options.tag ?? 'P';
    if (this.shared.element === null) {
      this.options.onDraw?.(sheet, y);
      this.shared.element = sheet.element(parent, tag);
    }
    sheet.content(this.shared.element, tag, () => {
      this.lines(sheet, width).forEach((line, index) => {
        sheet.drawLine(line, x + (this.options.indent ?? 0), sheet.baseline(y + index * this.style.leading, this.style), this.style);
      });
    });
  }

  /** At least two lines stay on each side. */
  split(sheet: Sheet, width: number, available: number): readonly [Block, Block] | null {
    const lines = this.lines(sheet, width);
    const fit = Math.min(Math.floor(available / this.style.leading), lines.length - 2);
    if (fit < 2) return null;
    const part = (some: readonly Line[], before: number) =>
      new Paragraph(some, this.style, { ...this.options, spaceBefore: before }, this.shared);
    return [part(lines.slice(0, fit), this.spaceBefore), part(lines.slice(fit), 0)];
  }

  private lines(sheet: Sheet, width: number): readonly Line[] {
    if (typeof this.content !== 'string') return this.content;
    if (this.cache?.width !== width) {
      this.cache = { width, lines: sheet.lines(this.content, width - (this.options.indent ?? 0), this.style) };
    }
    return this.cache.lines;
  }
}

/** A paragraph of running text. */
export const paragraph = (content: string, style: TextStyle, options: ParagraphOptions = {}): Block =>
  new Paragraph(content, style, options);
