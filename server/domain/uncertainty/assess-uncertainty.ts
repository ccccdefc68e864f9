import type { Measured, OwnFactor } from '../activity-data.js';
import type { Inventory, InventoryLine, LineGas } from '../inventory.js';
import { inFixedOrder } from './assess-total.js';
import { halfWidthOf } from './distribution.js';
import { InputDraws, intervalOf, multiplesOf, type Simulation } from './simulate.js';
import { type UncertainValue, uncertainValue } from './total-uncertainty.js';
import { type LineModel, lineModels, type UncertainInput } from './uncertain-inputs.js';
import { sums, type UncertainTotal, uncertainTotals } from './uncertain-totals.js';
import type { UncertaintyData } from './uncertainty-record.js';
import { type VarianceShares, varianceShares } from './variance-shares.js';
import { type Measure, type WeightedLine, weighted } from './weighted-lines.js';

/** Tonnes of one gas within a total. */
export interface UncertainGas extends UncertainValue {
  readonly gas: LineGas;
}

/** tCO2eq of a total, and tonnes by gas; the gases are null once a value without a split by gas is in it. */
export interface UncertainSum extends UncertainValue {
  readonly byGas: readonly UncertainGas[] | null;
}

/** tCO2eq of a line with its intervals. */
export interface UncertainLine extends UncertainValue {
  readonly activityDataId: string;
  readonly method: InventoryLine['method'];
  readonly gas: LineGas;
}

/** An input with half of its 95 % interval in percent; null where it is not known. */
export interface InputUncertainty extends UncertainInput {
  readonly percent: number | null;
}

export interface InventoryUncertainty {
  readonly seed: number;
  readonly draws: number;
  readonly totals: Readonly<Record<UncertainTotal, UncertainSum>>;
  /** Tonnes. */
  readonly biogenicCo2: UncertainValue;
  readonly lines: readonly UncertainLine[];
  readonly inputs: readonly InputUncertainty[];
  /** Of Scope 1 and 2, location-based. */
  readonly measureFirst: VarianceShares;
}

/** A total while its lines are being drawn: the sum of every draw. */
class Drawn {
  readonly values: Float64Array;

  constructor(
    readonly lines: readonly WeightedLine[],
    count: number,
  ) {
    this.values = new Float64Array(count);
  }

  add(value: number, multiples: Float64Array): void {
    for (let at = 0; at < multiples.length; at += 1) this.values[at] = (this.values[at] ?? 0) + value * (multiples[at] ?? 1);
  }

  result(): UncertainValue {
    return uncertainValue(this.lines, () => intervalOf(this.values));
  }
}

const gasesOf = (models: readonly LineModel[]): LineGas[] => [...new Set(models.map(({ line }) => line.gas))].sort();

/** Uncertainty of a finished inventory by both approaches of the IPCC: every total, every gas, every line, and what to measure better first. */
export const assessUncertainty = (
  inventory: Pick<Inventory, 'lines'>,
  activities: readonly (Measured & { readonly factor?: OwnFactor })[],
  data: UncertaintyData,
  simulation: Simulation,
): InventoryUncertainty => {
  const { seed, draws } = simulation;
  const models = lineModels(inventory, activities, data);
  const ordered = inFixedOrder(models);
  const select = (test: (line: InventoryLine) => boolean): LineModel[] => ordered.filter(({ line }) => test(line));
  const receivers = new Map<LineModel, { readonly total: Drawn; readonly value: number }[]>(ordered.map((model) => [model, []]));
  const drawn = (of: readonly LineModel[], measure: Measure): Drawn => {
    const lines = weighted(of, measure);
    const total = new Drawn(lines, draws);
    for (const { model, value } of lines) receivers.get(model)?.push({ total, value });
    return total;
  };
  const totals = uncertainTotals.map((name) => {
    const of = select(sums[name]);
    const isSplit = of.every(({ line }) => line.gas !== 'CO2eq');
    const gases = isSplit
      ? gasesOf(of).map((gas) => ({
          gas,
          total: drawn(
            of.filter(({ line }) => line.gas === gas),
            'tonnes',
          ),
        }))
      : null;
    return { name, total: drawn(of, 'co2eq'), gases };
  });
  const biogenicCo2 = drawn(
    select((line) => line.biogenic),
    'tonnes',
  );
  const inputDraws = new InputDraws(ordered, simulation);
  const lineValues = new Map<LineModel, UncertainValue>();
  for (const model of ordered) {
    const multiples = multiplesOf(model, inputDraws, draws);
    for (const { total, value } of receivers.get(model) ?? []) total.add(value, multiples);
    const own = weighted([model], 'co2eq');
    const { co2eq } = model.line;
    lineValues.set(
      model,
      uncertainValue(own, () => intervalOf(multiples.map((multiple) => multiple * co2eq))),
    );
  }
  const entries = totals.map(({ name, total, gases }) => {
    const byGas = gases === null ? null : gases.map((each) => ({ gas: each.gas, ...each.total.result() }));
    return [name, { ...total.result(), byGas }] as const;
  });
  return {
    seed,
    draws,
    totals: Object.fromEntries(entries) as Readonly<Record<UncertainTotal, UncertainSum>>,
    biogenicCo2: biogenicCo2.result(),
    lines: models.flatMap((model) => {
      const value = lineValues.get(model);
      const { activityDataId, method, gas } = model.line;
      return value === undefined ? [] : [{ activityDataId, method, gas, ...value }];
    }),
    inputs: [...new Set(models.flatMap(({ parts }) => parts.map(({ input }) => input)))].map((input) => ({
      ...input,
      percent: input.distribution === null ? null : 100 * halfWidthOf(input.distribution),
    })),
    measureFirst: varianceShares(weighted(select(sums.scope1And2LocationBased), 'co2eq')),
  };
};
