import { exactSum } from '../exact-sum.js';
import { halfWidthOf } from './distribution.js';
import { contributionsOf, widestOf } from './propagate.js';
import type { UncertainInput } from './uncertain-inputs.js';
import type { WeightedLine } from './weighted-lines.js';

export interface InputShare {
  readonly key: string;
  readonly share: number;
}

export interface ActivityShare {
  readonly activityDataId: string;
  readonly share: number;
}

/** An input whose uncertainty is not known, with the share of the total that rests on it. */
export interface UnknownInput {
  readonly key: string;
  readonly share: number;
}

/** Where the uncertainty of a total comes from, largest first: what to measure better, and what to find out. */
export interface VarianceShares {
  /** Shares of the variance that is known; they sum to 1. Empty when none is known. */
  readonly inputs: readonly InputShare[];
  readonly activities: readonly ActivityShare[];
  readonly unknown: readonly UnknownInput[];
}

const byShare = (a: { readonly share: number; readonly name: string }, b: { readonly share: number; readonly name: string }): number =>
  b.share - a.share || (a.name < b.name ? -1 : 1);

const ranked = (amounts: ReadonlyMap<string, readonly number[]>, whole: number): { readonly name: string; readonly share: number }[] =>
  whole === 0 ? [] : [...amounts].map(([name, parts]) => ({ name, share: exactSum(parts) / whole })).sort(byShare);

const add = (amounts: Map<string, number[]>, name: string, amount: number): void => {
  const list = amounts.get(name);
  if (list === undefined) amounts.set(name, [amount]);
  else list.push(amount);
};

const unknownOf = (lines: readonly WeightedLine[]): UnknownInput[] => {
  const amounts = new Map<string, number[]>();
  for (const { model, value } of lines)
    for (const { input, elasticity } of model.parts)
      if (input.distribution === null || elasticity === null) add(amounts, input.key, Math.abs(value));
  const whole = exactSum(lines.map(({ value }) => Math.abs(value)));
  return ranked(amounts, whole).map(({ name, share }) => ({ key: name, share }));
};

/**
 * Splits the variance of a total by input, (S·u)² for each, and by activity: of an input that lines share, each line takes the part
 * of the sensitivity S that is its own. Source: first-order variance decomposition, as in IPCC 2006, Vol. 1, Ch. 3, table 3.2, column H.
 */
export const varianceShares = (lines: readonly WeightedLine[]): VarianceShares => {
  const contributions = contributionsOf(lines);
  const widest = widestOf(contributions);
  const unknown = unknownOf(lines);
  if (widest === 0) return { inputs: [], activities: [], unknown };
  const sensitivities = new Map<UncertainInput, number>(contributions.map(({ input, sensitivity }) => [input, sensitivity]));
  const byInput = new Map<string, number[]>();
  for (const { input, halfWidth } of contributions) add(byInput, input.key, (halfWidth / widest) ** 2);
  const byActivity = new Map<string, number[]>();
  for (const { model, value } of lines) {
    for (const { input, elasticity } of model.parts) {
      if (input.distribution === null || elasticity === null) continue;
      const width = halfWidthOf(input.distribution);
      const own = (value * elasticity * width) / widest;
      add(byActivity, model.line.activityDataId, own * (((sensitivities.get(input) ?? 0) * width) / widest));
    }
  }
  const variance = exactSum([...byInput.values()].flat());
  return {
    inputs: ranked(byInput, variance).map(({ name, share }) => ({ key: name, share })),
    activities: ranked(byActivity, variance).map(({ name, share }) => ({ activityDataId: name, share })),
    unknown,
  };
};
