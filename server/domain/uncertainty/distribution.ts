import { normalQuantile, z95 } from '../normal-quantile.js';

export type Shape = 'normal' | 'lognormal' | 'triangular' | 'uniform';

export const shapes: readonly Shape[] = ['normal', 'lognormal', 'triangular', 'uniform'];

/**
 * How a number may differ from the one that was used, as multiples of it: 0.95 to 1.05 is ±5 %.
 * Of `normal` and `lognormal` the two are the 95 % limits, of `triangular` (with its peak at the number used) and `uniform` the ends
 * of the range. Source: IPCC 2006 Guidelines, Vol. 1, Ch. 3, section 3.2.2.
 */
export interface Distribution {
  readonly shape: Shape;
  readonly lower: number;
  readonly upper: number;
}

interface Law {
  /** The multiple below which a share of all values lies. */
  quantile(distribution: Distribution, share: number): number;
  mean(distribution: Distribution): number;
  standardDeviation(distribution: Distribution): number;
}

const logMiddle = ({ lower, upper }: Distribution): number => (Math.log(lower) + Math.log(upper)) / 2;
const logWidth = ({ lower, upper }: Distribution): number => (Math.log(upper) - Math.log(lower)) / (2 * z95);

const normal: Law = {
  quantile: (distribution, share) => normal.mean(distribution) + normalQuantile(share) * normal.standardDeviation(distribution),
  mean: ({ lower, upper }) => (lower + upper) / 2,
  standardDeviation: ({ lower, upper }) => (upper - lower) / (2 * z95),
};

const lognormal: Law = {
  quantile: (distribution, share) => Math.exp(logMiddle(distribution) + normalQuantile(share) * logWidth(distribution)),
  mean: (distribution) => Math.exp(logMiddle(distribution) + logWidth(distribution) ** 2 / 2),
  standardDeviation: (distribution) => lognormal.mean(distribution) * Math.sqrt(Math.expm1(logWidth(distribution) ** 2)),
};

const triangular: Law = {
  quantile: ({ lower, upper }, share) => {
    const width = upper - lower;
    const belowPeak = (1 - lower) / width;
    return share <= belowPeak ? lower + Math.sqrt(share * width * (1 - lower)) : upper - Math.sqrt((1 - share) * width * (upper - 1));
  },
  mean: ({ lower, upper }) => (lower + 1 + upper) / 3,
  standardDeviation: ({ lower, upper }) => Math.sqrt((lower * lower + 1 + upper * upper - lower - lower * upper - upper) / 18),
};

const uniform: Law = {
  quantile: ({ lower, upper }, share) => lower + share * (upper - lower),
  mean: ({ lower, upper }) => (lower + upper) / 2,
  standardDeviation: ({ lower, upper }) => (upper - lower) / Math.sqrt(12),
};

const laws: Readonly<Record<Shape, Law>> = { normal, lognormal, triangular, uniform };

/** The multiple below which a share (above 0, below 1) of all values lies; with a uniform share it is one draw. */
export const quantileOf = (distribution: Distribution, share: number): number => laws[distribution.shape].quantile(distribution, share);

export const meanOf = (distribution: Distribution): number => laws[distribution.shape].mean(distribution);

export const standardDeviationOf = (distribution: Distribution): number => laws[distribution.shape].standardDeviation(distribution);

/** Half of the 95 % interval, as a share of the number used: the uncertainty U of Approach 1. Source: IPCC 2006, Vol. 1, Ch. 3, 3.2.3.1. */
export const halfWidthOf = (distribution: Distribution): number => (quantileOf(distribution, 0.975) - quantileOf(distribution, 0.025)) / 2;

/** Whether ±`percent` is narrow enough for a normal distribution: beyond ±60 % (a coefficient of variation of 0.3) it would reach below zero. */
const isNarrow = (percent: number): boolean => percent <= 60;

/** ± percent: normal while narrow; wider, a lognormal distribution within a factor of 1 + percent/100 to either side. */
export const withinPercent = (percent: number, shape: Shape = isNarrow(percent) ? 'normal' : 'lognormal'): Distribution => {
  const share = percent / 100;
  return { shape, lower: shape === 'lognormal' ? 1 / (1 + share) : 1 - share, upper: 1 + share };
};
