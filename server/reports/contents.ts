import { type Block, solid } from './block.js';
import type { Mark } from './heading.js';
import type { Sheet, StructElement } from './sheet.js';
import { color, text } from './style.js';

const rowHeight = 21;
const style = text.body;

/** A list of contents whose page numbers are filled in when the last page is known. */
export class Contents {
  private place: {
    readonly parent: StructElement;
    readonly pageNumber: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  } | null = null;

  /** @param count how many headings of the first level the report will have */
  block(count: number): Block {
    return solid({
      spaceBefore: 8,
      height: () => count * rowHeight,
      draw: ({ sheet, parent, x, y, width }) => {
        this.place = { parent: sheet.element(parent, 'TOC'), pageNumber: sheet.pageNumber, x, y, width };
      },
    });
  }

  /** Draws the entries of the first level, each a link to its heading. */
  fill(sheet: Sheet, marks: readonly Mark[]): void {
    const { place } = this;
    if (place === null) throw new Error('The list of contents has no place in the report');
    const first = marks.filter((mark) => mark.level === 1);
    sheet.onPage(place.pageNumber, () => {
      for (const [at, mark] of first.entries()) this.entry(sheet, place, mark, place.y + at * rowHeight);
    });
  }

  private entry(sheet: Sheet, place: NonNullable<Contents['place']>, mark: Mark, y: number): void {
    const { x, width } = place;
    const number = sheet.lines(String(mark.pageNumber), width, style)[0];
    const title = sheet.lines(mark.title, width - 60, style)[0];
    sheet.artifact(() => sheet.rule(x, y + rowHeight, width, color.rule, 0.4));
    const link = sheet.element(sheet.element(place.parent, 'TOCI'), 'Link');
    const baseline = sheet.baseline(y + (rowHeight - style.leading) / 2, style);
    sheet.content(link, 'Link', () => {
      if (title !== undefined) sheet.drawLine(title, x, baseline, style);
      if (number !== undefined) sheet.drawLine(number, x + width - number.width * style.size, baseline, style);
    });
    sheet.linkTo(link, mark, { x, y, width, height: rowHeight });
  }
}
