import { exactSum } from '../domain/exact-sum.js';
import type { FactorUse, InventoryLine } from '../domain/inventory.js';
import type { CandidateMeasure, FigureUse, TransitionPlan } from '../planner/plan.js';
import { activityLabels } from './plan-emissions.js';
import { anyRange, exact, fixed, nonBreakingSpace, runsOfNumbers } from './plan-numbers.js';
import { type CellView, cell, column, type TableView } from './plan-pieces.js';
import type { Wording } from './plan-wording.js';

/** One activity within one scope, to be repeated with a pocket calculator: its gases as rows, then the factors they share. */
export interface ComputationView {
  readonly title: string;
  /** "Scope 1" */
  readonly place: string;
  readonly result: string;
  readonly inputsLabel: string;
  readonly inputs: string;
  readonly gases: TableView;
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

/** A line, or a line that stands for both methods of Scope 2. */
type ShownLine = InventoryLine & { readonly bothMethods?: true };

/** A pure number has the unit 1, which is not printed. */
const measured = (value: number, unit: string): string => (unit === '1' ? exact(value) : `${exact(value)}${nonBreakingSpace}${unit}`);

const placeOf = (line: ShownLine, { words }: Wording): string => {
  const method = line.bothMethods === true ? 'both' : (line.method ?? 'both');
  return words.computation.scopeMethod[line.scope === null ? 'outside' : line.scope === 1 ? 'scope1' : method];
};

const origin = (factor: FactorUse, { words, sources }: Wording): CellView => {
  if (factor.sourceId === 'own') return cell(words.computation.ownSource, factor.locator);
  const number = sources.citeId(factor.sourceId);
  return cell([number ?? factor.sourceId, factor.locator].filter(Boolean).join(' '), number === null ? words.sources.unlisted : undefined);
};

/** A factor and the gases it entered. */
const sharedFactors = (lines: readonly ShownLine[]): readonly { readonly factor: FactorUse; readonly gases: readonly string[] }[] => {
  const shared = new Map<string, { factor: FactorUse; gases: string[] }>();
  for (const { gas, trace } of lines) {
    for (const factor of trace.factors) {
      const key = JSON.stringify([factor.role, factor.factorId, factor.value, factor.unit]);
      const one = shared.get(key) ?? { factor, gases: [] };
      one.gases.push(gas);
      shared.set(key, one);
    }
  }
  return [...shared.values()];
};

const factorsTable = (lines: readonly ShownLine[], title: string, wording: Wording): TableView | null => {
  const w = wording.words.computation;
  const shared = sharedFactors(lines);
  if (shared.length === 0) return null;
  return {
    caption: `${title} – ${w.factors}`,
    columns: [
      column(w.role, 'start', 15),
      column(w.value, 'end', 20),
      column(w.match, 'start', 16),
      column(wording.words.confidenceHeading, 'start', 13),
      column(w.origin, 'start', 36),
    ],
    rows: shared.map(({ factor, gases }) => [
      cell(gases.length < lines.length ? `${factor.role} (${gases.join(', ')})` : factor.role),
      cell(measured(factor.value, factor.unit)),
      cell(wording.words.matches[factor.match]),
      factor.confidence === null ? cell(wording.words.dash) : { text: '', badge: wording.badge(factor.confidence) },
      origin(factor, wording),
    ]),
    hasTotal: false,
  };
};

/** Grams matter where a gas is scarce: six decimals of a tonne. */
const gasesTable = (lines: readonly ShownLine[], title: string, wording: Wording): TableView => {
  const { words } = wording;
  const w = words.computation;
  return {
    caption: `${title} – ${w.equation}`,
    columns: [
      column(w.gas, 'start', 14),
      column(w.substituted, 'start', 58),
      column(w.tonnes, 'end', 14),
      column(words.inventory.co2eq, 'end', 14),
    ],
    rows: lines.map((line) => [
      cell(line.gas, w.tier(String(line.trace.tier))),
      cell(line.trace.substituted, line.trace.equation),
      cell(line.tonnes === null ? words.dash : fixed(line.tonnes, 6)),
      cell(fixed(line.co2eq, 6)),
    ]),
    hasTotal: false,
  };
};

const computation = (lines: readonly ShownLine[], title: string, wording: Wording): ComputationView | null => {
  const { words, language } = wording;
  const [first] = lines;
  if (first === undefined) return null;
  const inputs = lines.flatMap(({ trace }) =>
    trace.inputs.map((input) => `${input.symbol} = ${measured(input.value, input.unit)} (${input[language]})`),
  );
  const sum = exactSum(lines.map((line) => line.co2eq));
  return {
    title,
    place: placeOf(first, wording),
    result: `${fixed(sum, 3)}${nonBreakingSpace}tCO2eq`,
    inputsLabel: words.computation.inputs,
    inputs: [...new Set(inputs)].join('; '),
    gases: gasesTable(lines, title, wording),
    factors: factorsTable(lines, title, wording),
    notes: [...new Set(lines.flatMap(({ trace }) => trace.notes.map((note) => note[language])))],
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
const withoutTwins = (lines: readonly InventoryLine[]): readonly ShownLine[] => {
  const alike = (a: InventoryLine, b: InventoryLine) =>
    a.activityDataId === b.activityDataId && a.gas === b.gas && a.scope === b.scope && a.trace.substituted === b.trace.substituted;
  return lines.flatMap((line) => {
    const twin = line.method === null ? undefined : lines.find((other) => other.method !== line.method && alike(line, other));
    if (twin === undefined) return [line];
    return line.method === 'location' ? [{ ...line, bothMethods: true as const }] : [];
  });
};

/** Lines of one activity in one place of the inventory belong together. */
const grouped = (lines: readonly ShownLine[], wording: Wording): readonly (readonly ShownLine[])[] => {
  const groups = new Map<string, ShownLine[]>();
  for (const line of lines) {
    const key = `${line.activityDataId}\n${placeOf(line, wording)}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
};

/** The appendix: every line of the inventory and every number behind a measure. */
export const planComputation = (plan: TransitionPlan, wording: Wording): PlanComputationView => {
  const w = wording.words.computation;
  const labels = activityLabels(plan.inventory, wording);
  return {
    heading: w.heading,
    lead: w.lead,
    none: w.none,
    lines: grouped(withoutTwins(plan.inventory.lines), wording).flatMap((lines) => {
      const id = lines[0]?.activityDataId ?? '';
      return computation(lines, labels.get(id) ?? id, wording) ?? [];
    }),
    measuresHeading: w.measuresHeading,
    measuresLead: w.measuresLead,
    measures: figuresTable(plan, wording),
    catalog: w.catalog(plan.catalogHash),
  };
};
