import type { FactorUse, InventoryLine } from '../domain/inventory.js';
import type { CandidateMeasure, TransitionPlan } from '../planner/plan.js';
import { activityLabels } from './plan-emissions.js';
import { bareRange, exact, fixed, moneyRange, nonBreakingSpace, quantityRange } from './plan-numbers.js';
import { type CellView, cell, column, type TableView } from './plan-pieces.js';
import type { Wording } from './plan-wording.js';

/** One line of the inventory, to be repeated with a pocket calculator. */
export interface ComputationView {
  readonly title: string;
  /** "Scope 1 · Tier 1" */
  readonly place: string;
  readonly result: string;
  readonly equationLabel: string;
  readonly equation: string;
  readonly substitutedLabel: string;
  readonly substituted: string;
  readonly inputsLabel: string;
  readonly inputs: string;
  readonly factors: TableView | null;
  readonly notes: readonly string[];
}

export interface PlanComputationView {
  readonly heading: string;
  readonly lead: string;
  readonly none: string;
  readonly lines: readonly ComputationView[];
  readonly measuresHeading: string;
  readonly measuresLead: string;
  readonly measures: readonly TableView[];
  readonly catalog: string;
}

const place = (line: InventoryLine, { words }: Wording): string => {
  const w = words.computation;
  const scope = line.scope === null ? 'outside' : line.scope === 1 ? 'scope1' : (line.method ?? 'both');
  return `${w.scopeMethod[scope]} · ${w.tier(String(line.trace.tier))}`;
};

const origin = (factor: FactorUse, { words, sources }: Wording): CellView => {
  if (factor.sourceId === 'own') return cell(words.computation.ownSource, factor.locator);
  const number = sources.citeId(factor.sourceId);
  return cell([number ?? factor.sourceId, factor.locator].filter(Boolean).join(' '), number === null ? words.sources.unlisted : undefined);
};

const factorsTable = (line: InventoryLine, title: string, wording: Wording): TableView | null => {
  const w = wording.words.computation;
  if (line.trace.factors.length === 0) return null;
  return {
    caption: `${title} – ${w.factors}`,
    columns: [
      column(w.role, 'start', 12),
      column(w.value, 'end', 22),
      column(w.match, 'start', 17),
      column(wording.words.confidenceHeading, 'start', 13),
      column(w.origin, 'start', 36),
    ],
    rows: line.trace.factors.map((factor) => [
      cell(factor.role),
      cell(`${exact(factor.value)}${nonBreakingSpace}${factor.unit}`),
      cell(wording.words.matches[factor.match]),
      factor.confidence === null ? cell(wording.words.dash) : { text: '', badge: wording.badge(factor.confidence) },
      origin(factor, wording),
    ]),
    hasTotal: false,
  };
};

/** Grams matter where a gas is scarce: six decimals of a tonne. */
const tonnesOf = (line: InventoryLine): string =>
  line.tonnes === null ? '' : `${fixed(line.tonnes, 6)}${nonBreakingSpace}t${nonBreakingSpace}${line.gas}`;

const computation = (line: InventoryLine, activity: string, wording: Wording): ComputationView => {
  const { words, language } = wording;
  const w = words.computation;
  const title = w.line(activity, line.gas);
  const co2eq = `${fixed(line.co2eq, 6)}${nonBreakingSpace}tCO2eq`;
  const tonnes = tonnesOf(line);
  return {
    title,
    place: place(line, wording),
    result: tonnes === '' ? co2eq : w.result(tonnes, co2eq),
    equationLabel: w.equation,
    equation: line.trace.equation,
    substitutedLabel: w.substituted,
    substituted: line.trace.substituted,
    inputsLabel: w.inputs,
    inputs: line.trace.inputs
      .map((input) => `${input.symbol} = ${exact(input.value)}${nonBreakingSpace}${input.unit} (${input[language]})`)
      .join('; '),
    factors: factorsTable(line, title, wording),
    notes: line.trace.notes.map((note) => note[language]),
  };
};

const measureTable = (measure: CandidateMeasure, wording: Wording): TableView => {
  const { words, language } = wording;
  const w = words.computation;
  const source = (id: string | null): string => {
    if (id === null) return w.fromInventory;
    const found = measure.sources.find((one) => one.id === id);
    return found === undefined ? id : `${wording.sources.cite(found)} ${found.locator}`.trim();
  };
  return {
    caption: wording.text(measure.name),
    columns: [
      column(w.figure, 'start', 32),
      column(w.value, 'end', 22),
      column(wording.words.confidenceHeading, 'start', 13),
      column(w.origin, 'start', 33),
    ],
    rows: measure.figures.map((figure) => {
      const isMoney = /^KRW(\/year)?$/.test(figure.range.unit);
      const { range } = isMoney ? moneyRange(figure.range, language, words) : quantityRange(figure.range, words);
      const { typical } = isMoney ? moneyRange(figure.range, language, words) : bareRange(figure.range, words);
      return [
        cell(wording.text(figure.label)),
        cell(range, figure.range.low === figure.range.high ? undefined : typical),
        { text: '', badge: wording.badge(figure.range.confidence) },
        cell(source(figure.sourceId)),
      ];
    }),
    hasTotal: false,
  };
};

/** The appendix: every line of the inventory and every number behind a measure. */
export const planComputation = (plan: TransitionPlan, wording: Wording): PlanComputationView => {
  const w = wording.words.computation;
  const labels = activityLabels(plan.inventory, wording);
  return {
    heading: w.heading,
    lead: w.lead,
    none: w.none,
    lines: plan.inventory.lines.map((line) => computation(line, labels.get(line.activityDataId) ?? line.activityDataId, wording)),
    measuresHeading: w.measuresHeading,
    measuresLead: w.measuresLead,
    measures: plan.measures.filter((measure) => measure.figures.length > 0).map((measure) => measureTable(measure, wording)),
    catalog: w.catalog(plan.catalogHash),
  };
};
