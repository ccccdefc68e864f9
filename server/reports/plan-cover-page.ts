import type { PlanCoverView } from '../presentation/plan-cover.js';
import type { Block } from './block.js';
import { facts } from './facts.js';
import { keyFigures } from './key-figures.js';
import { bulletList } from './list.js';
import { note } from './note.js';
import { paragraph } from './paragraph.js';
import type { Sheet } from './sheet.js';
import { color, page, text } from './style.js';

/** The title stands below the upper edge by a third of a hand. */
export const coverTop = 128;

/** The band at the top edge of the cover. */
export const drawCoverBand = (sheet: Sheet): void => {
  sheet.artifact(() => sheet.pdf.rect(0, 0, page.width, 14).fill(color.accent));
};

/** The cover: who, what, when, the figures to take home, and what the plan is not. */
export const coverBlocks = (view: PlanCoverView): Block[] => [
  paragraph(view.eyebrow, text.eyebrow, { spaceBefore: 0 }),
  paragraph(view.title, text.title, { tag: 'H1', spaceBefore: 6 }),
  paragraph(view.name, text.coverName, { spaceBefore: 10 }),
  ...facts(
    view.facts.map(({ label, value }) => ({ label, text: value })),
    { labelWidth: 110, style: text.body },
  ).map((block, at) => (at === 0 ? { ...block, spaceBefore: 30 } : block)),
  keyFigures(view.keyFigures, 46),
  paragraph(view.summaryHeading, text.heading2, { tag: 'H2', keepWithNext: true, spaceBefore: 46 }),
  ...bulletList(view.summary, text.body),
  note(view.disclaimer, 40),
];
