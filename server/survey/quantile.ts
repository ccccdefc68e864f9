/**
 * The quantile of numbers at a share from 0 to 1, between neighbors in proportion: type 7 of Hyndman and Fan, the default of R.
 * Source: R. J. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996).
 * @param ascending at least one number, in order
 */
export const quantile = (ascending: readonly number[], share: number): number => {
  const place = (ascending.length - 1) * share;
  const below = Math.floor(place);
  const [low, high] = [ascending[below], ascending[below + 1]];
  if (low === undefined) throw new Error('A quantile needs at least one number.');
  return high === undefined ? low : low + (place - below) * (high - low);
};

export const inOrder = (numbers: readonly number[]): readonly number[] => [...numbers].sort((left, right) => left - right);

/** The median, or null where there is no number. */
export const medianOf = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : quantile(inOrder(numbers), 0.5));
