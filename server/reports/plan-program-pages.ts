import type { PlanProgramsView, ProgramView } from '../presentation/plan-programs.js';
import { outcomeText } from './badge.js';
import type { Block } from './block.js';
import { facts } from './facts.js';
import { group } from './group.js';
import { heading, type Marks } from './heading.js';
import { note } from './note.js';
import { paragraph } from './paragraph.js';
import { text } from './style.js';
import { table } from './table.js';
import { titleRow } from './title-row.js';

const labelWidth = 92;

const lead = (content: string): Block => paragraph(content, text.lead, { spaceBefore: 4, keepWithNext: true });

const program = (view: ProgramView, marks: Marks, isFirst: boolean): Block =>
  group(
    'Sect',
    [
      titleRow({ title: view.name, sub: `${view.agency} · ${view.kind}`, aside: outcomeText(view.eligibility), badge: view.badge }, marks),
      ...facts(view.terms, { labelWidth }),
      ...(view.checks.length === 0
        ? [paragraph(view.noChecks, text.small, { spaceBefore: 4 })]
        : facts(
            view.checks.map((check) => ({ label: outcomeText(check.outcome), text: check.text })),
            { labelWidth },
          )),
      ...facts(view.links, { labelWidth }),
    ],
    isFirst ? 8 : 20,
  );

/** Support programs at a glance, then those that do not fit. */
export const programBlocks = (view: PlanProgramsView, marks: Marks): Block[] => [
  heading(view.heading, 1, marks),
  ...(view.summary === null ? [] : [lead(view.lead), table(view.summary, { spaceBefore: 14 })]),
  ...(view.none === null ? [] : [note(view.none)]),
  ...(view.notEligible === null
    ? []
    : [heading(view.notEligible.caption, 2, marks), table(view.notEligible, { spaceBefore: 8, showCaption: false })]),
];

/** Support programs one by one, with why each may be applied for. */
export const programDetailBlocks = (view: PlanProgramsView, marks: Marks): Block[] => [
  heading(view.detailsHeading, 1, marks),
  lead(view.detailsLead),
  ...view.groups.flatMap((one) => [heading(one.heading, 2, marks), ...one.programs.map((each, at) => program(each, marks, at === 0))]),
];
