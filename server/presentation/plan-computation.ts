import type { FactorUse, InventoryLine } from '../domain/inventory.js';
import type { CandidateMeasure, FigureUse, TransitionPlan } from '../planner/plan.js';
import { activityLabels } from './plan-emissions.js';
import { anyRange, exact, fixed, nonBreakingSpace, runsOfNumbers } from './plan-numbers.js';
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
  readonly measures: TableView | null;
  readonly catalog: string;
}

const place = (line: InventoryLine & { readonly bothMethods?: true }, { words }: Wording): string => {
  const w = words.computation;
  const method = line.bothMethods === true ? 'both' : (line.method ?? 'both');
  const scope = line.scope === null ? 'outside' : line.scope === 1 ? 'scope1' : method;
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

/** A number and the measures it entered; the same number of the same source stands once. */
interface SharedFigure {
  readonly figure: FigureUse;
  readonly measure: CandidateMeasure;
  readonly numbers: number[];
  isUnnumbered: boolean;
}

const sharedFigures = (plan: TransitionPlan): readonly SharedFigure[] => {
  const shared = new Map<string, SharedFigure>();
  const fits = plan.measures.filter((measure) => measure.verdict === 'fits');
  for (const measure of plan.measures) {
    for (const figure of measure.figures) {
      const key = JSON.stringify([figure.label, figure.range, figure.sourceId]);
      const one = shared.get(key) ?? { figure, measure, numbers: [], isUnnumbered: false };
      if (measure.verdict === 'fits') one.numbers.push(fits.indexOf(measure) + 1);
      else one.isUnnumbered = true;
      shared.set(key, one);
    }
  }
  return [...shared.values()];
};

const sourceOf = ({ figure, measure }: SharedFigure, { words, sources }: Wording): string => {
  if (figure.sourceId === null) return words.computation.fromInventory;
  const found = measure.sources.find((one) => one.id === figure.sourceId);
  return found === undefined ? figure.sourceId : sources.cite(found);
};

const figuresTable = (plan: TransitionPlan, wording: Wording): TableView | null => {
  const { words, language } = wording;
  const w = words.computation;
  const shared = sharedFigures(plan);
  if (shared.length === 0) return null;
  return {
    caption: w.measuresHeading,
    columns: [
      column(w.figure, 'start', 34),
      column(w.value, 'end', 23),
      column(wording.words.confidenceHeading, 'start', 12),
      column(w.origin, 'start', 15),
      column(w.usedBy, 'start', 16),
    ],
    rows: shared.map((one) => {
      const { range, typical } = anyRange(one.figure.range, language, words);
      const users = [one.numbers.length === 0 ? '' : runsOfNumbers(one.numbers, words), one.isUnnumbered ? w.usedByUnnumbered : ''];
      return [
        cell(wording.text(one.figure.label)),
        cell(range, typical === '' ? undefined : typical),
        { text: '', badge: wording.badge(one.figure.range.confidence) },
        cell(sourceOf(one, wording)),
        cell(users.filter(Boolean).join(', ')),
      ];
    }),
    hasTotal: false,
  };
};

/** Lines of both methods of Scope 2 that were computed alike are shown once. */
const withoutTwins = (lines: readonly InventoryLine[]): readonly (InventoryLine & { readonly bothMethods?: true })[] => {
  const alike = (a: InventoryLine, b: InventoryLine) =>
    a.activityDataId === b.activityDataId && a.gas === b.gas && a.scope === b.scope && a.trace.substituted === b.trace.substituted;
  return lines.flatMap((line) => {
    const twin = line.method === null ? undefined : lines.find((other) => other.method !== line.method && alike(line, other));
    if (twin === undefined) return [line];
    return line.method === 'location' ? [{ ...line, bothMethods: true as const }] : [];
  });
};

/** The appendix: every line of the inventory and every number behind a measure. */
export const planComputation = (plan: TransitionPlan, wording: Wording): PlanComputationView => {
  const w = wording.words.computation;
  const labels = activityLabels(plan.inventory, wording);
  return {
    heading: w.heading,
    lead: w.lead,
    none: w.none,
    lines: withoutTwins(plan.inventory.lines).map((line) =>
      computation(line, labels.get(line.activityDataId) ?? line.activityDataId, wording),
    ),
    measuresHeading: w.measuresHeading,
    measuresLead: w.measuresLead,
    measures: figuresTable(plan, wording),
    catalog: w.catalog(plan.catalogHash),
  };
};
