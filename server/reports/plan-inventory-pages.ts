import type { PlanEstablishmentView } from '../presentation/plan-establishment.js';
import type { PlanInventoryView } from '../presentation/plan-inventory.js';
import { cell, column, type TableView } from '../presentation/plan-pieces.js';
import type { PlanNotesView } from '../presentation/plan-view.js';
import type { Block } from './block.js';
import { figure } from './figure.js';
import { heading, type Marks } from './heading.js';
import { bulletList } from './list.js';
import { note } from './note.js';
import { paragraph } from './paragraph.js';
import { text } from './style.js';
import { table } from './table.js';

const lead = (content: string): Block => paragraph(content, text.lead, { spaceBefore: 4, keepWithNext: true });

export const establishmentBlocks = (view: PlanEstablishmentView, marks: Marks): Block[] => {
  const rows: TableView = {
    caption: view.caption,
    columns: [column(view.itemLabel, 'start', 34), column(view.answerLabel, 'start', 66)],
    rows: view.facts.map((fact) => [cell(fact.label), cell(fact.value)]),
    hasTotal: false,
  };
  return [heading(view.heading, 1, marks), lead(view.lead), table(rows, { spaceBefore: 12, showCaption: false })];
};

export const inventoryBlocks = (view: PlanInventoryView, marks: Marks): Block[] => [
  heading(view.heading, 1, marks),
  lead(view.lead),
  table(view.totals, { spaceBefore: 14 }),
  ...view.totalsNotes.map((content) => paragraph(content, text.small, { spaceBefore: 5 })),
  ...[view.fluorinated, view.montreal].flatMap((view) => (view === null ? [] : [table(view, { spaceBefore: 18 })])),
  ...(view.chart === null ? [] : [figure(view.chart, 24)]),
  ...(view.activities === null ? [note(view.noActivity)] : [table(view.activities, { spaceBefore: 20 })]),
  table(view.energy, { spaceBefore: 22 }),
  ...(view.warnings.length === 0 ? [] : [heading(view.warningsHeading, 2, marks), ...bulletList(view.warnings, text.body)]),
];

export const notesBlocks = (view: PlanNotesView, marks: Marks): Block[] => [
  heading(view.heading, 1, marks),
  lead(view.lead),
  ...bulletList(view.notes, text.body),
  table(view.legend, { spaceBefore: 22 }),
];
