import { exactSum } from '../domain/exact-sum.js';
import type { CellRules } from './cell-rules.js';
import type { Observation } from './count-cells.js';
import { changeCell, changeHolds, changeScore, type YearPair } from './hidiroglou-berthelot.js';

/** A change from last year that stands out in a round. */
export interface StandsOut extends YearPair {
  /** Which of the observations it is, by its place. */
  readonly at: number;
  readonly cell: string;
  readonly question: string;
  readonly unit: string;
  /** Where the cell has enough answers: the score and the bounds it passes. Null: the cell is too small, and the ratio alone spoke. */
  readonly score: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** How much of the cell's total hangs on it: |now - what the cell would let expect| ÷ the sum of the cell. */
  readonly weight: number;
}

/** Twice or half as much: what counts in a cell with too few answers. */
const usual = { low: 0.5, high: 2 } as const;

/**
 * The changes of a round that stand out, those first on which most of their cell's total hangs (selective editing).
 * @param c width of the bounds; the narrower, the longer the list
 */
export const changesThatStandOut = (rules: CellRules, observations: readonly Observation[], c: number): readonly StandsOut[] => {
  const cells = [...new Set(observations.map(({ cell }) => cell))].sort();
  const found = cells.flatMap((cell) =>
    rules.changes.quantities.flatMap(({ question, unit }) => {
      const pairs = observations.flatMap((one, at) => {
        const pair = one.cell === cell ? one.changes[question] : undefined;
        return pair === undefined ? [] : [{ at, ...pair }];
      });
      const { u, a } = rules.changes;
      const bounds = pairs.length < rules.leastAnswers ? null : changeCell(pairs, { u, a, c });
      const total = exactSum(pairs.map(({ now }) => now));
      const expectedRatio = bounds?.medianRatio ?? 1;
      return pairs
        .filter((pair) => {
          const ratio = pair.now / pair.before;
          return bounds === null ? ratio < usual.low || ratio > usual.high : changeHolds(pair, bounds) === false;
        })
        .map(
          (pair): StandsOut => ({
            ...pair,
            cell,
            question,
            unit,
            score: bounds === null ? null : { value: changeScore(pair, bounds), low: bounds.low, high: bounds.high },
            weight: Math.abs(pair.now - expectedRatio * pair.before) / total,
          }),
        );
    }),
  );
  return found.sort((left, right) => right.weight - left.weight);
};
