import type { LettersView, LetterView } from '../presentation/letters-view.js';
import { type Block, flow, openPage } from './block.js';
import { list } from './list.js';
import { paragraph } from './paragraph.js';
import { qrFigure } from './qr-figure.js';
import { Sheet } from './sheet.js';
import { type TextStyle, text } from './style.js';
import { normalized } from './text-run.js';

const qrSide = 110;

const body: TextStyle = { ...text.body, size: 10.5, leading: 16.5 };
const address: TextStyle = { ...text.body, size: 12, leading: 18 };

const blocksOf = (letter: LetterView): readonly Block[] => [
  paragraph(letter.from, text.small),
  ...letter.to.map((line, at) => paragraph(line, address, { spaceBefore: at === 0 ? 8 : 0 })),
  paragraph(letter.title, text.heading1, { tag: 'H1', spaceBefore: 22 }),
  paragraph(letter.greeting, body, { spaceBefore: 8 }),
  paragraph(letter.linkTitle, text.heading2, { tag: 'H2', spaceBefore: 12 }),
  paragraph(letter.link, text.strong, { spaceBefore: 4 }),
  qrFigure(letter.link, letter.linkAlt, qrSide),
  paragraph(letter.stepsTitle, text.heading2, { tag: 'H2', spaceBefore: 10 }),
  ...list(
    letter.steps.map((step, at) => ({ label: `${at + 1}.`, text: step })),
    body,
  ),
  paragraph(letter.contactTitle, text.heading2, { tag: 'H2', spaceBefore: 12 }),
  paragraph(letter.contact, body, { spaceBefore: 4 }),
  paragraph(letter.noticeTitle, text.heading2, { tag: 'H2', spaceBefore: 12 }),
  paragraph(letter.notice, text.cell, { spaceBefore: 4 }),
];

/** Prints letters as a tagged PDF, one page each. The same letters and date give the same bytes. */
export const renderLettersPdf = async (view: LettersView, createdAt: Date): Promise<Uint8Array> => {
  const sheet = new Sheet({ title: normalized(view.title).replaceAll('\n', ' '), language: 'ko', createdAt });
  for (const letter of view.letters) {
    const cursor = openPage(sheet);
    flow(sheet, sheet.element(sheet.root, 'Sect'), blocksOf(letter), cursor);
  }
  if (sheet.pageCount !== view.letters.length) throw new Error('A letter does not fit on its page');
  return sheet.bytes();
};
