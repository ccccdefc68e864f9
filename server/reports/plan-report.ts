import type { PlanView } from '../presentation/plan-view.js';
import { wordsOf } from '../presentation/words/words.js';
import { type Block, flow, openPage } from './block.js';
import { addBookmarks } from './bookmarks.js';
import { Contents } from './contents.js';
import { Marks } from './heading.js';
import { paragraph } from './paragraph.js';
import { computationBlocks, sourceBlocks } from './plan-appendix.js';
import { coverBlocks, coverTop, drawCoverBand } from './plan-cover-page.js';
import { establishmentBlocks, inventoryBlocks, notesBlocks } from './plan-inventory-pages.js';
import { measureBlocks, measureDetailBlocks } from './plan-measure-pages.js';
import { programBlocks, programDetailBlocks } from './plan-program-pages.js';
import { drawRunningLines } from './running-lines.js';
import { Sheet } from './sheet.js';
import { text } from './style.js';
import { normalized } from './text-run.js';

export interface PlanReportOptions {
  /** Written into the file as its creation date; nothing else of the clock enters it. */
  readonly createdAt: Date;
}

/** One heading of the first level with what stands below it. Blocks are made when their turn comes: the last part tells of the others. */
interface Part {
  readonly opensPage: boolean;
  readonly blocks: () => readonly Block[];
}

const partsOf = (view: PlanView, marks: Marks, sheet: Sheet): readonly Part[] => {
  const { plan: words } = wordsOf(view.language);
  const part = (opensPage: boolean, blocks: () => readonly Block[]): Part => ({ opensPage, blocks });
  return [
    part(false, () => establishmentBlocks(view.establishment, marks)),
    part(true, () => inventoryBlocks(view.inventory, marks)),
    part(true, () => measureBlocks(view.measures, marks)),
    part(false, () => programBlocks(view.programs, marks)),
    part(false, () => notesBlocks(view.notes, marks)),
    ...(view.measures.details.length === 0 ? [] : [part(true, () => measureDetailBlocks(view.measures, marks))]),
    ...(view.programs.groups.length === 0 ? [] : [part(true, () => programDetailBlocks(view.programs, marks))]),
    part(true, () => computationBlocks(view.computation, marks)),
    part(false, () => sourceBlocks(view.sources, words, marks, sheet)),
  ];
};

/**
 * Prints a transition plan as a tagged PDF. The same view and options give the same bytes.
 * @returns the bytes of the file
 */
export const renderPlanPdf = async (view: PlanView, options: PlanReportOptions): Promise<Uint8Array> => {
  const { plan: words } = wordsOf(view.language);
  const title = normalized(view.title).replaceAll('\n', ' ');
  const sheet = new Sheet({ title, language: view.language, createdAt: options.createdAt });
  const marks = new Marks();
  const contents = new Contents();

  const cover = openPage(sheet);
  cover.y = coverTop;
  drawCoverBand(sheet);
  flow(sheet, sheet.element(sheet.root, 'Sect'), coverBlocks(view.cover), cover);

  const parts = partsOf(view, marks, sheet);
  let cursor = openPage(sheet);
  const front = sheet.element(sheet.root, 'Sect');
  flow(sheet, front, [paragraph(words.contents, text.heading1, { keepWithNext: true }), contents.block(parts.length)], cursor);
  for (const { opensPage, blocks } of parts) {
    if (opensPage) cursor = openPage(sheet);
    flow(sheet, sheet.element(sheet.root, 'Sect'), blocks(), cursor);
  }

  contents.fill(sheet, marks.list);
  drawRunningLines(sheet, { headLeft: words.title, headRight: view.cover.name, footLeft: view.preparedOn, pageOf: words.page });
  addBookmarks(sheet, [{ title: words.title, level: 1, pageNumber: 1, top: 0, destination: '' }, ...marks.list]);
  return sheet.bytes();
};
