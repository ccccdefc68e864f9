import type { ComputationView, PlanComputationView } from '../presentation/plan-computation.js';
import type { PlanSourcesView } from '../presentation/plan-view.js';
import type { PlanWords } from '../presentation/words/en/plan.js';
import type { Block } from './block.js';
import { facts } from './facts.js';
import { group } from './group.js';
import { heading, type Marks } from './heading.js';
import { bulletList, list } from './list.js';
import { note } from './note.js';
import { paragraph } from './paragraph.js';
import type { Sheet } from './sheet.js';
import { text } from './style.js';
import { table } from './table.js';
import { titleRow } from './title-row.js';

const labelWidth = 60;

const computation = (view: ComputationView, marks: Marks): Block =>
  group(
    'Sect',
    [
      titleRow({ title: view.title, sub: view.place, aside: view.result, badge: null }, marks),
      ...facts([{ label: view.inputsLabel, text: view.inputs }], { labelWidth }),
      table(view.gases, { spaceBefore: 6, showCaption: false }),
      ...(view.factors === null ? [] : [table(view.factors, { spaceBefore: 12, showCaption: false })]),
      ...bulletList(view.notes, text.small),
    ],
    18,
  );

/** How every number was computed. */
export const computationBlocks = (view: PlanComputationView, marks: Marks): Block[] => [
  heading(view.heading, 1, marks),
  paragraph(view.lead, text.lead, { spaceBefore: 4, keepWithNext: true }),
  ...(view.lines.length === 0 ? [note(view.none)] : view.lines.map((line) => computation(line, marks))),
  ...(view.measures === null
    ? []
    : [
        heading(view.measuresHeading, 2, marks),
        paragraph(view.measuresLead, text.lead, { spaceBefore: 2, keepWithNext: true }),
        table(view.measures, { spaceBefore: 8, showCaption: false }),
      ]),
  paragraph(view.catalog, text.small, { spaceBefore: 14 }),
];

const codePoints = (character: string): string =>
  Array.from(character)
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');

/** Sources by number, and the characters that could not be printed: what the sheet has met so far, so this part comes last. */
export const sourceBlocks = (view: PlanSourcesView, words: PlanWords, marks: Marks, sheet: Sheet): Block[] => {
  for (const source of view.sources) sheet.inspect(`${source.text}\n${source.address ?? ''}`);
  return [...sourceList(view, marks), ...unprintableNote(words, marks, sheet)];
};

const sourceList = (view: PlanSourcesView, marks: Marks): Block[] => [
  heading(view.heading, 1, marks),
  paragraph(view.lead, text.lead, { spaceBefore: 4, keepWithNext: true }),
  ...list(
    view.sources.map((source) => ({
      label: `[${source.number}]`,
      text: source.address === null ? source.text : `${source.text}\n${source.address}`,
    })),
    text.cell,
    { indent: 26, spaceBefore: 10 },
  ),
];

const unprintableNote = (words: PlanWords, marks: Marks, sheet: Sheet): Block[] =>
  sheet.unprintable.length === 0
    ? []
    : [
        heading(words.sources.unprintable, 2, marks),
        paragraph(words.sources.unprintableNote(sheet.unprintable.map(codePoints).join(', ')), text.body, { spaceBefore: 2 }),
      ];
