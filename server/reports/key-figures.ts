import { type Block, solid } from './block.js';
import type { Line } from './line-breaker.js';
import type { Sheet } from './sheet.js';
import { color, type TextStyle, text } from './style.js';

export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
}

const gap = 16;
const top = 8;

/** The style of the value, made smaller until it fits into its column. */
const fitting = (sheet: Sheet, value: string, width: number, style: TextStyle): TextStyle => {
  const natural = sheet.widthOf(value, style);
  return natural <= width ? style : { ...style, size: Math.max(8, (style.size * width) / natural) };
};

interface Part {
  readonly lines: readonly Line[];
  readonly style: TextStyle;
}

const partsOf = (sheet: Sheet, figure: KeyFigure, width: number): readonly Part[] => {
  const value = fitting(sheet, figure.value, width, text.keyFigure);
  const part = (content: string, style: TextStyle): Part => ({ lines: content === '' ? [] : sheet.lines(content, width, style), style });
  return [part(figure.label, text.label), part(figure.value, value), part(figure.unit, text.small), part(figure.note, text.small)];
};

const heightOf = (parts: readonly Part[]): number => parts.reduce((sum, { lines, style }) => sum + lines.length * style.leading, 0);

/** Figures side by side, each below a rule: what a reader takes home. */
export const keyFigures = (figures: readonly KeyFigure[], spaceBefore = 0): Block => {
  const columnWidth = (width: number) => (width - gap * (figures.length - 1)) / figures.length;
  const height = (sheet: Sheet, width: number) =>
    top + Math.max(0, ...figures.map((figure) => heightOf(partsOf(sheet, figure, columnWidth(width)))));
  return solid({
    spaceBefore,
    height,
    draw: ({ sheet, parent, x, y, width }) => {
      const own = columnWidth(width);
      figures.forEach((figure, at) => {
        const left = x + at * (own + gap);
        sheet.artifact(() => sheet.rule(left, y, own, at === 0 ? color.accent : color.strongRule, at === 0 ? 2.2 : 0.9));
        sheet.content(sheet.element(parent, 'P'), 'P', () => {
          let lineTop = y + top;
          for (const { lines, style } of partsOf(sheet, figure, own)) {
            for (const line of lines) {
              sheet.drawLine(line, left, sheet.baseline(lineTop, style), style);
              lineTop += style.leading;
            }
          }
        });
      });
    },
  });
};
