import type { Measured, OwnFactor } from '../activity-data.js';
import type { Inventory } from '../inventory.js';
import { InputDraws, intervalOf, multiplesOf, type Simulation } from './simulate.js';
import { type UncertainValue, uncertainValue } from './total-uncertainty.js';
import { type LineModel, lineModels, type UncertainInput } from './uncertain-inputs.js';
import { sums, type UncertainTotal } from './uncertain-totals.js';
import type { UncertaintyData } from './uncertainty-record.js';
import { type VarianceShares, varianceShares } from './variance-shares.js';
import { weighted } from './weighted-lines.js';

/** One total with its intervals, where its uncertainty comes from, and every input of it. */
export interface TotalAssessment {
  readonly total: UncertainValue;
  readonly measureFirst: VarianceShares;
  readonly inputs: readonly UncertainInput[];
}

/** Lines by activity id, so that sums of draws do not depend on the order of the activities. */
export const inFixedOrder = (models: readonly LineModel[]): LineModel[] =>
  models
    .map((model, index) => ({ model, index }))
    .sort((a, b) => {
      const [first, second] = [a.model.line.activityDataId, b.model.line.activityDataId];
      return first === second ? a.index - b.index : first < second ? -1 : 1;
    })
    .map(({ model }) => model);

/** The uncertainty of one total alone, the same as in the whole assessment: enough for a page, at a small part of the work. */
export const assessTotal = (
  inventory: Pick<Inventory, 'lines'>,
  activities: readonly (Measured & { readonly factor?: OwnFactor })[],
  data: UncertaintyData,
  simulation: Simulation,
  name: UncertainTotal,
): TotalAssessment => {
  const models = inFixedOrder(lineModels(inventory, activities, data)).filter(({ line }) => sums[name](line));
  const lines = weighted(models, 'co2eq');
  const simulate = () => {
    const draws = new InputDraws(models, simulation);
    const values = new Float64Array(simulation.draws);
    for (const { model, value } of lines) {
      const multiples = multiplesOf(model, draws, simulation.draws);
      for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) + value * (multiples[at] ?? 1);
    }
    return intervalOf(values);
  };
  return {
    total: uncertainValue(lines, simulate),
    measureFirst: varianceShares(lines),
    inputs: [...new Set(models.flatMap(({ parts }) => parts.map(({ input }) => input)))],
  };
};
