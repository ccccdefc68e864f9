import { exactSum } from '../exact-sum.js';
import { combinedHalfWidth, contributionsOf } from './propagate.js';
import type { SimulatedInterval } from './simulate.js';
import type { Coverage } from './uncertain-inputs.js';
import type { WeightedLine } from './weighted-lines.js';

/** The 95 % interval by error propagation. */
export interface PropagatedInterval {
  readonly percent: number;
  readonly lower: number;
  readonly upper: number;
  /** Whether the method holds: a coefficient of variation up to 0.3. Beyond it the simulated interval is to be used. */
  readonly withinLimits: boolean;
}

/** Shares of a total by how much of their uncertainty is known. An interval says nothing of what is not covered: it is at least so wide. */
export type CoverageShares = Readonly<Record<Coverage, number>>;

/** A number of the result with its 95 % intervals; both are null where no uncertainty of any input is known, which is not zero. */
export interface UncertainValue {
  readonly value: number;
  readonly approach1: PropagatedInterval | null;
  readonly approach2: SimulatedInterval | null;
  /** Null of a value that is nothing. */
  readonly coverage: CoverageShares | null;
}

const coverageOf = (lines: readonly WeightedLine[]): CoverageShares | null => {
  const whole = exactSum(lines.map(({ value }) => Math.abs(value)));
  if (whole === 0) return null;
  const share = (coverage: Coverage): number =>
    exactSum(lines.flatMap(({ model, value }) => (model.coverage === coverage ? [Math.abs(value)] : []))) / whole;
  return { complete: share('complete'), partial: share('partial'), none: share('none') };
};

/** ±60 %: beyond a coefficient of variation of 0.3 error propagation is not valid. Source: IPCC 2006, Vol. 1, Ch. 3, section 3.2.3.1. */
const widest = 0.6;

/** A sum of lines with its intervals; `simulate` is asked only when there is something to draw. */
export const uncertainValue = (lines: readonly WeightedLine[], simulate: () => SimulatedInterval): UncertainValue => {
  const value = exactSum(lines.map((line) => line.value));
  const contributions = contributionsOf(lines);
  const coverage = coverageOf(lines);
  if (contributions.length === 0 || coverage === null) return { value, approach1: null, approach2: null, coverage };
  const halfWidth = combinedHalfWidth(contributions);
  const relative = value === 0 ? Number.POSITIVE_INFINITY : halfWidth / Math.abs(value);
  const approach1 = Number.isFinite(relative)
    ? { percent: relative * 100, lower: value - halfWidth, upper: value + halfWidth, withinLimits: relative <= widest }
    : null;
  return { value, approach1, approach2: simulate(), coverage };
};
