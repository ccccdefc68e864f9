import { inOrder, quantile } from './quantile.js';

/**
 * The Hidiroglou-Berthelot edit: which changes from one year to the next stand out in their cell, where a change of a large
 * establishment weighs more than the same ratio of a small one.
 *
 *   r = y ÷ x;  s = 1 - m ÷ r for r < m, r ÷ m - 1 otherwise (m: median of r);  E = s · max(x, y)^U
 *   bounds: M - C · max(M - Q1, |A · M|)  and  M + C · max(Q3 - M, |A · M|)   (Q1, M, Q3: quartiles of E)
 *
 * Source: M. A. Hidiroglou, J.-M. Berthelot, Statistical Editing and Imputation for Periodic Business Surveys, Survey Methodology 12
 * (1986), 73-83.
 */
export interface HidiroglouBerthelotSettings {
  /** Weight of size, 0 to 1: at 0 the ratio alone counts, at 1 the difference. */
  readonly u: number;
  /** Keeps the bounds apart where most ratios are the same. */
  readonly a: number;
  /** How many quartile distances from the median a change may lie. */
  readonly c: number;
}

/** What one cell says of a change; all that is needed to judge one more pair. */
export interface HidiroglouBerthelotCell {
  /** Pairs it was made from: both years above zero. */
  readonly n: number;
  readonly medianRatio: number;
  readonly u: number;
  readonly low: number;
  readonly high: number;
}

export interface YearPair {
  readonly before: number;
  readonly now: number;
}

/** A ratio needs something on both sides; a source that begins or ends is another rule's. */
const counts = ({ before, now }: YearPair): boolean => before > 0 && now > 0;

/** E of a pair; 0 is the median of the cell. */
export const changeScore = ({ before, now }: YearPair, { medianRatio, u }: Pick<HidiroglouBerthelotCell, 'medianRatio' | 'u'>): number => {
  const ratio = now / before;
  const symmetric = ratio < medianRatio ? 1 - medianRatio / ratio : ratio / medianRatio - 1;
  return symmetric * Math.max(before, now) ** u;
};

/** The quartiles of E in a cell, and what they make of its bounds; null where no pair counts. */
export const changeCell = (
  pairs: readonly YearPair[],
  { u, a, c }: HidiroglouBerthelotSettings,
): (HidiroglouBerthelotCell & { readonly quartiles: readonly [number, number, number] }) | null => {
  const counted = pairs.filter(counts);
  if (counted.length === 0) return null;
  const medianRatio = quantile(inOrder(counted.map(({ before, now }) => now / before)), 0.5);
  const scores = inOrder(counted.map((pair) => changeScore(pair, { medianRatio, u })));
  const [first, median, third] = [quantile(scores, 0.25), quantile(scores, 0.5), quantile(scores, 0.75)];
  const least = Math.abs(a * median);
  return {
    n: counted.length,
    medianRatio,
    u,
    low: median - c * Math.max(median - first, least),
    high: median + c * Math.max(third - median, least),
    quartiles: [first, median, third],
  };
};

/** Whether a change stays within the bounds of its cell; null where there is no ratio to judge. */
export const changeHolds = (pair: YearPair, cell: HidiroglouBerthelotCell): boolean | null => {
  if (!counts(pair)) return null;
  const score = changeScore(pair, cell);
  return cell.low <= score && score <= cell.high;
};
