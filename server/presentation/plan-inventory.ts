import { exactSum } from '../domain/exact-sum.js';
import type { EnergyTotals, GasTotals, Inventory } from '../domain/inventory.js';
import type { TransitionPlan } from '../planner/plan.js';
import { type EmissionSource, emissionSources, lackingEnergy } from './plan-emissions.js';
import { exact, fixed, nonBreakingSpace, percent } from './plan-numbers.js';
import { type BarChartView, type CellView, cell, column, type TableView } from './plan-pieces.js';
import type { Wording } from './plan-wording.js';
import { gasName } from './trace-view.js';

export interface PlanInventoryView {
  readonly heading: string;
  readonly lead: string;
  readonly totals: TableView;
  /** Notes below the totals. */
  readonly totalsNotes: readonly string[];
  /** HFCs, PFCs, SF6 and NF3; null where there is none. */
  readonly fluorinated: TableView | null;
  /** Gases of the Montreal Protocol, beside every total; null where there is none. */
  readonly montreal: TableView | null;
  /** Null when there is nothing to draw. */
  readonly chart: BarChartView | null;
  readonly activities: TableView | null;
  readonly noActivity: string;
  readonly energy: TableView;
  readonly warningsHeading: string;
  readonly warnings: readonly string[];
}

/** More bars than this are drawn as one, so that labels stay readable. */
const barLimit = 10;

const gasCells = (totals: GasTotals, { words }: Wording): CellView[] => [
  cell(fixed(totals.co2eq, 3)),
  cell(totals.co2 === null ? words.noSplit : fixed(totals.co2, 3)),
  cell(totals.ch4 === null ? words.noSplit : fixed(totals.ch4, 6)),
  cell(totals.n2o === null ? words.noSplit : fixed(totals.n2o, 6)),
];

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

const totalsTable = (inventory: Inventory, wording: Wording): TableView => {
  const w = wording.words.inventory;
  const { scope1, scope2LocationBased: location, scope2MarketBased: market } = inventory.totals;
  const sum: GasTotals = {
    co2eq: scope1.co2eq + location.co2eq,
    co2: plus(scope1.co2, location.co2),
    ch4: plus(scope1.ch4, location.ch4),
    n2o: plus(scope1.n2o, location.n2o),
    hfcs: plus(scope1.hfcs, location.hfcs),
    pfcs: plus(scope1.pfcs, location.pfcs),
    sf6: plus(scope1.sf6, location.sf6),
    nf3: plus(scope1.nf3, location.nf3),
  };
  const row = (label: string, totals: GasTotals) => [cell(label), ...gasCells(totals, wording)];
  return {
    caption: w.totals,
    columns: [column(w.scope, 'start', 34), ...[w.co2eq, w.co2, w.ch4, w.n2o].map((label) => column(label, 'end', 16.5))],
    rows: [row(w.scope1, scope1), row(w.scope2Location, location), row(w.scope2Market, market), row(w.total, sum)],
    hasTotal: true,
  };
};

/** The gases of many names, where there are any: the two families in tCO2eq, the two single gases in tonnes. */
const fluorinatedTable = ({ totals: { scope1 } }: Inventory, { words }: Wording): TableView | null => {
  const w = words.inventory;
  const rows = [
    [w.hfcs, scope1.hfcs, w.co2eq],
    [w.pfcs, scope1.pfcs, w.co2eq],
    ['SF6', scope1.sf6, w.tonnes],
    ['NF3', scope1.nf3, w.tonnes],
  ] as const;
  const present = rows.filter(([, value]) => value !== null && value > 0);
  if (present.length === 0) return null;
  return {
    caption: w.fluorinated,
    columns: [column(w.gas, 'start', 50), column(w.amount, 'end', 25), column(w.unit, 'start', 25)],
    rows: present.map(([label, value, unit]) => [cell(label), cell(fixed(value ?? 0, unit === w.tonnes ? 6 : 3)), cell(unit)]),
    hasTotal: false,
  };
};

const montrealTable = ({ totals: { montrealGases } }: Inventory, { words }: Wording): TableView | null => {
  const w = words.inventory;
  if (montrealGases.length === 0) return null;
  return {
    caption: w.montreal,
    columns: [column(w.gas, 'start', 50), column(w.tonnes, 'end', 25), column(w.co2eq, 'end', 25)],
    rows: montrealGases.map(({ gas, tonnes, co2eq }) => [cell(gasName(gas)), cell(fixed(tonnes, 6)), cell(fixed(co2eq, 3))]),
    hasTotal: false,
  };
};

const shareOf = (source: EmissionSource, total: number, wording: Wording): string =>
  total > 0 ? percent(source.co2eq / total) : wording.words.dash;

const activitiesTable = (sources: readonly EmissionSource[], total: number, wording: Wording): TableView => {
  const w = wording.words.inventory;
  return {
    caption: w.activities,
    columns: [
      column(w.activity, 'start', 36),
      column(w.quantity, 'end', 20),
      column(w.energyToe, 'end', 14),
      column(w.co2eq, 'end', 18),
      column(w.share, 'end', 12),
    ],
    rows: sources.map((source) => [
      cell(source.label),
      cell(source.quantity === null ? wording.words.dash : `${exact(source.quantity.value)}${nonBreakingSpace}${source.quantity.unit}`),
      cell(source.toe === undefined ? wording.words.dash : source.toe === null ? wording.words.noValue : fixed(source.toe, 3)),
      cell(fixed(source.co2eq, 3)),
      cell(shareOf(source, total, wording)),
    ]),
    hasTotal: false,
  };
};

const chart = (sources: readonly EmissionSource[], total: number, wording: Wording): BarChartView => {
  const w = wording.words.inventory;
  const shown = sources.length > barLimit ? sources.slice(0, barLimit - 1) : sources;
  const rest = sources.slice(shown.length);
  const text = (co2eq: number) => `${fixed(co2eq, 3)} (${percent(co2eq / total)})`;
  const bars = shown.map((source) => ({
    label: source.label,
    value: source.co2eq,
    text: text(source.co2eq),
    series: source.scope === 2 ? 1 : 0,
  }));
  const restSum = exactSum(rest.map((source) => source.co2eq));
  if (rest.length > 0) bars.push({ label: w.otherSources(String(rest.length)), value: restSum, text: text(restSum), series: 2 });
  const series = [w.scope1, w.scope2Location, w.otherSources(String(rest.length))].slice(0, rest.length > 0 ? 3 : 2);
  return {
    kind: 'bars',
    title: w.chart,
    unit: w.chartUnit,
    alt: w.chartAlt(bars.map((bar) => `${bar.label} ${bar.text}`).join('; ')),
    series,
    bars,
  };
};

const energyTable = (inventory: Inventory, wording: Wording): TableView => {
  const w = wording.words.inventory;
  const { energy } = inventory.totals;
  const row = (label: string, measure: keyof EnergyTotals, decimals: number) => {
    const value = energy[measure];
    return [
      cell(label),
      value === null ? cell(wording.words.noValue, lackingEnergy(inventory, measure, wording)) : cell(fixed(value, decimals)),
    ];
  };
  return {
    caption: w.energy,
    columns: [column(w.energyMeasure, 'start', 60), column(w.amount, 'end', 40)],
    rows: [
      row(w.netTJ, 'netTJ', 4),
      row(w.grossTJ, 'grossTJ', 4),
      row(w.toe, 'toe', 3),
      row(w.finalTJ, 'finalTJ', 4),
      row(w.finalToe, 'finalToe', 3),
    ],
    hasTotal: false,
  };
};

/** Emissions and energy of the establishment, with the chart and the tables that say the same. */
export const planInventory = (plan: TransitionPlan, wording: Wording): PlanInventoryView => {
  const { inventory } = plan;
  const w = wording.words.inventory;
  const sources = emissionSources(inventory, wording);
  const { scope1, scope2LocationBased: location, scope2MarketBased: market, biogenicCo2 } = inventory.totals;
  const total = scope1.co2eq + location.co2eq;
  const unsplit = [scope1, location, market].some((totals) => [totals.co2, totals.ch4, totals.n2o].includes(null));
  const notes = [biogenicCo2 > 0 ? w.biogenic(fixed(biogenicCo2, 3)) : '', unsplit ? w.noSplitNote : ''];
  return {
    heading: w.heading,
    lead: w.lead(
      wording.words.year(String(inventory.reportingYear)),
      wording.words.factorSets[inventory.factorSet.id],
      `IPCC ${inventory.factorSet.gwp}`,
    ),
    totals: totalsTable(inventory, wording),
    totalsNotes: notes.filter((note) => note !== ''),
    fluorinated: fluorinatedTable(inventory, wording),
    montreal: montrealTable(inventory, wording),
    chart: total > 0 ? chart(sources, total, wording) : null,
    activities: sources.length > 0 ? activitiesTable(sources, total, wording) : null,
    noActivity: w.noActivity,
    energy: energyTable(inventory, wording),
    warningsHeading: w.warnings,
    warnings: [...new Set(inventory.warnings.map((warning) => warning[wording.language]))],
  };
};
