import type { Sheet } from './sheet.js';
import { color, contentWidth, page, type TextStyle, text } from './style.js';

export interface RunningLines {
  readonly headLeft: string;
  readonly headRight: string;
  readonly footLeft: string;
  readonly pageOf: (page: string, pages: string) => string;
}

/** The text, cut with … where it is wider than its place. */
const fitted = (sheet: Sheet, content: string, width: number, style: TextStyle): string => {
  if (sheet.widthOf(content, style) <= width) return content;
  const characters = Array.from(content);
  while (characters.length > 0 && sheet.widthOf(`${characters.join('')}…`, style) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
};

const drawAt = (sheet: Sheet, content: string, y: number, align: 'left' | 'right'): void => {
  const style = text.running;
  const [line] = sheet.lines(fitted(sheet, content, contentWidth / 2 - 10, style), Number.POSITIVE_INFINITY, style);
  if (line === undefined) return;
  const x = align === 'left' ? page.left : page.left + contentWidth - line.width * style.size;
  sheet.drawLine(line, x, y, style);
};

/** Header and footer of every page but the first; artifacts, so that they are not read aloud on every page. */
export const drawRunningLines = (sheet: Sheet, lines: RunningLines): void => {
  for (let number = 2; number <= sheet.pageCount; number += 1) {
    sheet.onPage(number, () =>
      sheet.artifact(() => {
        drawAt(sheet, lines.headLeft, 40, 'left');
        drawAt(sheet, lines.headRight, 40, 'right');
        sheet.rule(page.left, 48, contentWidth, color.rule, 0.4);
        drawAt(sheet, lines.footLeft, page.height - 34, 'left');
        drawAt(sheet, lines.pageOf(String(number), String(sheet.pageCount)), page.height - 34, 'right');
      }, 'Pagination'),
    );
  }
};
