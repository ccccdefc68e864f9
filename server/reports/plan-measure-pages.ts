import type { MeasureFigureView, MeasureView, PlanMeasuresView } from '../presentation/plan-measures.js';
import { column, type TableView } from '../presentation/plan-pieces.js';
import type { Block } from './block.js';
import { facts } from './facts.js';
import { figure } from './figure.js';
import { group } from './group.js';
import { heading, type Marks } from './heading.js';
import { note } from './note.js';
import { paragraph } from './paragraph.js';
import { text } from './style.js';
import { table } from './table.js';
import { titleRow } from './title-row.js';

const labelWidth = 92;

/** Figures side by side below their names: a table of one row. */
const strip = (caption: string, figures: readonly MeasureFigureView[]): Block => {
  const view: TableView = {
    caption,
    columns: figures.map((one) => column(one.label, 'start', 1)),
    rows: [figures.map((one) => ({ text: one.value, sub: one.sub, ...(one.badge === null ? {} : { badge: one.badge }) }))],
    hasTotal: false,
  };
  const styles = { main: text.cellStrong, sub: text.cellSub };
  return table(view, { spaceBefore: 7, showCaption: false, rowHeads: false, styles, rules: false });
};

const measure = (view: MeasureView, basisLabel: string, marks: Marks, isFirst: boolean): Block =>
  group(
    'Sect',
    [
      titleRow({ title: `${view.number}. ${view.name}`, sub: view.category, aside: '', badge: view.badge }, marks),
      ...(view.description === '' ? [] : [paragraph(view.description, text.cell, { spaceBefore: 3 })]),
      strip(view.name, view.keyFigures),
      ...facts([{ label: basisLabel, text: view.basis }, ...view.remarks], { labelWidth }),
    ],
    isFirst ? 8 : 20,
  );

/** Candidate measures at a glance and as a chart; then what cannot be told and what was set aside. */
export const measureBlocks = (view: PlanMeasuresView, marks: Marks): Block[] => [
  heading(view.heading, 1, marks),
  paragraph(view.lead, text.lead, { spaceBefore: 4, keepWithNext: true }),
  ...(view.summary === null ? [note(view.none)] : [table(view.summary, { spaceBefore: 14 })]),
  ...(view.chart === null ? [] : [figure(view.chart, 24)]),
  ...(view.cannotTell === null
    ? []
    : [
        heading(view.cannotTellHeading, 2, marks),
        paragraph(view.cannotTellLead, text.lead, { spaceBefore: 2, keepWithNext: true }),
        table(view.cannotTell, { spaceBefore: 8, showCaption: false }),
      ]),
  ...(view.setAside === null
    ? []
    : [heading(view.setAside.caption, 2, marks), table(view.setAside, { spaceBefore: 8, showCaption: false })]),
];

/** The measures of the summary one by one. */
export const measureDetailBlocks = (view: PlanMeasuresView, marks: Marks): Block[] => [
  heading(view.detailsHeading, 1, marks),
  paragraph(view.detailsLead, text.lead, { spaceBefore: 4, keepWithNext: true }),
  ...view.details.map((one, at) => measure(one, view.basisLabel, marks, at === 0)),
];
