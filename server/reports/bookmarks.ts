import { cleanText } from './clean-text.js';
import type { Mark } from './heading.js';
import type { Sheet } from './sheet.js';
import { page } from './style.js';

/** What PDFKit's outline can do and its types do not name. */
interface Outline {
  options: { expanded?: boolean };
  outlineData: { Count?: number };
  children: Outline[];
  addItem(title: string, options: object): Outline;
}

/** Bookmarks of all headings, nested by level; the first level is open. */
export const addBookmarks = (sheet: Sheet, marks: readonly Mark[]): void => {
  const root = sheet.pdf.outline as unknown as Outline;
  root.options = { expanded: true };
  const open: Outline[] = [root];
  for (const mark of marks) {
    open.length = Math.min(open.length, mark.level);
    const parent = open.at(-1) ?? root;
    // PDFKit measures `left` from the right edge of the page and `top` from its top.
    open.push(parent.addItem(cleanText(mark.title), { pageNumber: mark.pageNumber - 1, top: mark.top, left: page.width }));
  }
  close(root.children);
};

/** A closed entry states how many lie in it, as a negative number. */
const close = (entries: readonly Outline[]): void => {
  for (const entry of entries) {
    if (entry.children.length > 0) entry.outlineData.Count = -entry.children.length;
    close(entry.children);
  }
};
