import type { LineModel } from './uncertain-inputs.js';

/** What a total sums of each line: tCO2eq, or tonnes of its gas. */
export type Measure = 'co2eq' | 'tonnes';

/** A line with what it adds to a total. */
export interface WeightedLine {
  readonly model: LineModel;
  readonly value: number;
}

export const weighted = (models: readonly LineModel[], measure: Measure): WeightedLine[] =>
  models.map((model) => ({ model, value: measure === 'co2eq' ? model.line.co2eq : (model.line.tonnes ?? 0) }));
