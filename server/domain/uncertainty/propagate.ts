import { exactSum } from '../exact-sum.js';
import { halfWidthOf } from './distribution.js';
import type { UncertainInput } from './uncertain-inputs.js';
import type { WeightedLine } from './weighted-lines.js';

/** What one input adds to the uncertainty of a total, in the unit of the total. */
export interface Contribution {
  readonly input: UncertainInput;
  /** Change of the total when the input changes by 100 %. */
  readonly sensitivity: number;
  /** Half of the 95 % interval that comes of this input alone. */
  readonly halfWidth: number;
}

/**
 * The contributions of all inputs whose uncertainty is known. Lines that share an input are fully correlated through it, so their
 * sensitivities are added before they are squared; different inputs are independent.
 */
export const contributionsOf = (lines: readonly WeightedLine[]): Contribution[] => {
  const terms = new Map<UncertainInput, number[]>();
  for (const { model, value } of lines) {
    for (const { input, elasticity } of model.parts) {
      if (input.distribution === null || elasticity === null) continue;
      const list = terms.get(input);
      if (list === undefined) terms.set(input, [value * elasticity]);
      else list.push(value * elasticity);
    }
  }
  return [...terms].map(([input, list]) => {
    const sensitivity = exactSum(list);
    const width = input.distribution === null ? 0 : halfWidthOf(input.distribution);
    return { input, sensitivity, halfWidth: Math.abs(sensitivity) * width };
  });
};

/** The largest contribution: squares are taken of shares of it, so that even the smallest emissions do not vanish in them. */
export const widestOf = (contributions: readonly Contribution[]): number =>
  contributions.reduce((widest, { halfWidth }) => Math.max(widest, halfWidth), 0);

/**
 * Approach 1, error propagation: half of the 95 % interval of a total is the root of the summed squares of its contributions, which is
 * U = √(U₁² + U₂² + …) for a product and U = √((U₁x₁)² + (U₂x₂)² + …) / |x₁ + x₂ + …| for a sum of independent terms.
 * Source: IPCC 2006 Guidelines, Vol. 1, Ch. 3, equations 3.1 and 3.2.
 */
export const combinedHalfWidth = (contributions: readonly Contribution[]): number => {
  const widest = widestOf(contributions);
  return widest === 0 ? 0 : widest * Math.sqrt(exactSum(contributions.map(({ halfWidth }) => (halfWidth / widest) ** 2)));
};
