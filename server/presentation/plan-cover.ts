import type { CandidateMeasure, TransitionPlan } from '../planner/plan.js';
import { emissionSources, lackingEnergy } from './plan-emissions.js';
import { bareRange, fixed, nonBreakingSpace, percent } from './plan-numbers.js';
import type { FactView } from './plan-pieces.js';
import type { Wording } from './plan-wording.js';

export interface KeyFigureView {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
}

export interface PlanCoverView {
  readonly eyebrow: string;
  readonly title: string;
  readonly name: string;
  readonly facts: readonly FactView[];
  readonly keyFigures: readonly KeyFigureView[];
  readonly summaryHeading: string;
  readonly summary: readonly string[];
  readonly disclaimer: string;
}

/** Whether all of Scope 1 is burnt fuel. */
const onlyBurns = ({ inventory }: TransitionPlan): boolean =>
  inventory.lines.every((line) => line.scope !== 1 || ['stationaryCombustion', 'mobileCombustion'].includes(line.category));

const keyFigures = (plan: TransitionPlan, wording: Wording): KeyFigureView[] => {
  const { words } = wording;
  const { scope1, scope2LocationBased, energy } = plan.inventory.totals;
  const tonnes = (value: number) => fixed(value, 3);
  return [
    {
      label: words.cover.total,
      value: tonnes(scope1.co2eq + scope2LocationBased.co2eq),
      unit: words.inventory.co2eq,
      note: words.cover.totalNote,
    },
    {
      label: words.cover.scope1,
      value: tonnes(scope1.co2eq),
      unit: words.inventory.co2eq,
      note: onlyBurns(plan) ? words.cover.scope1Note : words.cover.scope1NoteOfAll,
    },
    { label: words.cover.scope2, value: tonnes(scope2LocationBased.co2eq), unit: words.inventory.co2eq, note: words.cover.scope2Note },
    {
      label: words.cover.energy,
      value: energy.finalToe === null ? words.noValue : fixed(energy.finalToe, 3),
      unit: energy.finalToe === null ? '' : 'toe',
      note: energy.finalToe === null ? lackingEnergy(plan.inventory, 'finalToe', wording) : words.cover.energyNote,
    },
  ];
};

const largest = (measures: readonly CandidateMeasure[]): CandidateMeasure | undefined =>
  measures.find((measure) => measure.verdict === 'fits' && measure.abatement !== null && measure.abatementMethod === 'location');

const summary = (plan: TransitionPlan, wording: Wording): string[] => {
  const { words, text } = wording;
  const [source] = emissionSources(plan.inventory, wording);
  const total = plan.inventory.totals.scope1.co2eq + plan.inventory.totals.scope2LocationBased.co2eq;
  const fits = plan.measures.filter((measure) => measure.verdict === 'fits').length;
  const measure = largest(plan.measures);
  const support = plan.programs.filter((program) => program.nature === 'support');
  const count = (eligibility: string) => String(support.filter((program) => program.eligibility === eligibility).length);
  const lines: string[] = [];
  if (source !== undefined && total > 0) lines.push(words.cover.largestSource(source.label, percent(source.co2eq / total)));
  else lines.push(words.cover.noEmissions);
  lines.push(words.cover.measuresFound(String(fits), String(plan.measures.length - fits)));
  if (measure?.abatement) {
    const { range } = bareRange(measure.abatement, words);
    lines.push(words.cover.largestMeasure(text(measure.name), `${range}${nonBreakingSpace}${words.measures.abatementUnit}`));
  }
  lines.push(plan.programs.length === 0 ? words.programs.none : words.cover.programsFound(count('yes'), count('unknown')));
  return lines;
};

/** What a reader sees first. */
export const planCover = (plan: TransitionPlan, preparedOn: string, wording: Wording): PlanCoverView => {
  const { words } = wording;
  const { inventory } = plan;
  const fact = (label: string, value: string): FactView => ({ label, value, known: true });
  return {
    eyebrow: words.eyebrow,
    title: words.title,
    name: plan.establishment.name,
    facts: [
      fact(words.cover.reportingYear, words.year(String(inventory.reportingYear))),
      fact(words.cover.preparedOn, preparedOn),
      fact(words.cover.factorSet, words.factorSets[inventory.factorSet.id]),
      fact(words.cover.gwp, `IPCC ${inventory.factorSet.gwp}`),
      fact(words.cover.data, plan.catalogHash.slice(0, 12)),
    ],
    keyFigures: keyFigures(plan, wording),
    summaryHeading: words.cover.summary,
    summary: summary(plan, wording),
    disclaimer: words.cover.disclaimer,
  };
};
