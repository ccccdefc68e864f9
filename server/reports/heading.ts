import type { Block } from './block.js';
import { paragraph } from './paragraph.js';
import type { Sheet } from './sheet.js';
import { page, type TextStyle, text } from './style.js';

/** A heading of the report as a list of contents shows it. */
export interface Mark {
  readonly title: string;
  readonly level: 1 | 2 | 3;
  readonly pageNumber: number;
  /** Distance from the top of its page. */
  readonly top: number;
  readonly destination: string;
}

/** Collects the headings of a report while they are drawn. */
export class Marks {
  readonly list: Mark[] = [];

  add(sheet: Sheet, title: string, level: 1 | 2 | 3, y: number): void {
    const destination = `heading-${this.list.length + 1}`;
    const top = Math.max(0, y - 12);
    sheet.pdf.addNamedDestination(destination, 'XYZ', page.left, top, null);
    this.list.push({ title, level, pageNumber: sheet.pageNumber, top, destination });
  }
}

const styles: Readonly<Record<1 | 2 | 3, TextStyle>> = { 1: text.heading1, 2: text.heading2, 3: text.heading3 };
const spaceBefore = { 1: 34, 2: 20, 3: 14 } as const;

/** A heading: never the last thing on a page, and a bookmark. */
export const heading = (title: string, level: 1 | 2 | 3, marks: Marks): Block =>
  paragraph(title, styles[level], {
    tag: `H${level}`,
    keepWithNext: true,
    spaceBefore: spaceBefore[level],
    onDraw: (sheet, y) => marks.add(sheet, title, level, y),
  });
