import type { CopyDocument } from '../presentation/own-copy-document.js';
import { wordsOf } from '../presentation/words/words.js';
import { flow, openPage } from './block.js';
import { addBookmarks } from './bookmarks.js';
import { facts } from './facts.js';
import { heading, Marks } from './heading.js';
import { note } from './note.js';
import { paragraph } from './paragraph.js';
import { drawRunningLines } from './running-lines.js';
import { Sheet } from './sheet.js';
import { text } from './style.js';
import { table } from './table.js';
import { normalized } from './text-run.js';

/** Prints a copy of one's own answers as a tagged PDF. The same view and date give the same bytes. */
export const renderCopyPdf = async (view: CopyDocument, createdAt: Date): Promise<Uint8Array> => {
  const { copy: words } = wordsOf(view.language).page;
  const title = normalized(`${view.title}: ${view.name}`).replaceAll('\n', ' ');
  const sheet = new Sheet({ title, language: view.language, createdAt });
  const marks = new Marks();
  const cursor = openPage(sheet);
  flow(
    sheet,
    sheet.element(sheet.root, 'Sect'),
    [
      paragraph(view.title, text.title, { tag: 'H1' }),
      paragraph(view.name, text.coverName, { spaceBefore: 6 }),
      paragraph(view.lead, text.body, { spaceBefore: 10 }),
      ...facts(view.facts, { labelWidth: 120 }).map((block, at) => (at === 0 ? { ...block, spaceBefore: 16 } : block)),
    ],
    cursor,
  );
  for (const section of view.sections)
    flow(
      sheet,
      sheet.element(sheet.root, 'Sect'),
      [heading(section.heading, 2, marks), table(section.table, { spaceBefore: 8, showCaption: false })],
      cursor,
    );
  const { inventory } = view;
  flow(
    sheet,
    sheet.element(sheet.root, 'Sect'),
    [
      heading(inventory.heading, 2, marks),
      ...(inventory.withheld === null ? [] : [note(inventory.withheld, 8)]),
      ...inventory.tables.map((one) => table(one, { spaceBefore: 12 })),
    ],
    cursor,
  );
  drawRunningLines(sheet, { headLeft: view.title, headRight: view.name, footLeft: view.madeAt, pageOf: words.page });
  addBookmarks(sheet, [{ title: view.title, level: 1, pageNumber: 1, top: 0, destination: '' }, ...marks.list]);
  return sheet.bytes();
};
