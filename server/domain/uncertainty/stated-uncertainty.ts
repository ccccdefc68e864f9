import { type Distribution, type Shape, withinPercent } from './distribution.js';

/** What a person says of how well a number is known: ± percent, or its limits in its own unit. */
export interface StatedUncertainty {
  readonly percent?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly distribution?: Shape;
}

/** Limits so close to even on both sides that a normal distribution has them; reading decimals costs a few last bits. */
const isEven = (lower: number, upper: number): boolean => Math.abs(lower + upper - 2) <= 1e-9 * (upper - lower);

const shapeOf = (lower: number, upper: number): Shape => {
  if (isEven(lower, upper)) return withinPercent((upper - 1) * 100).shape === 'normal' ? 'normal' : 'triangular';
  return lower > 0 ? 'lognormal' : 'triangular';
};

/** Why a statement about a number cannot be used; null when it can. The codes are keys of the problem catalog. */
export const statementFault = (value: number, stated: StatedUncertainty): string | null => {
  const { percent, lower, upper, distribution } = stated;
  const limits = [lower, upper].filter((limit) => limit !== undefined).length;
  if (percent === undefined ? limits !== 2 : limits !== 0) return 'uncertaintyFormMixed';
  if (percent !== undefined) return percent > 100 && distribution !== undefined && distribution !== 'lognormal' ? 'percentBelowZero' : null;
  const [low, high] = [lower ?? 0, upper ?? 0];
  if (low > value || high < value || low === high) return 'limitsBesideValue';
  if (value === 0) return 'limitsOfZero';
  if (distribution === 'lognormal' && low === 0) return 'lognormalFromZero';
  if (distribution === 'normal' && !isEven(low / value, high / value)) return 'normalUneven';
  return null;
};

/** A statement that was checked, as multiples of the number it is about. */
export const statedDistribution = (value: number, { percent, lower, upper, distribution }: StatedUncertainty): Distribution => {
  if (percent !== undefined) return withinPercent(percent, distribution);
  const [low, high] = [(lower ?? value) / value, (upper ?? value) / value];
  return { shape: distribution ?? shapeOf(low, high), lower: low, upper: high };
};
