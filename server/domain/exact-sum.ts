/**
 * The sum of numbers, correctly rounded: the same to the last bit in whatever order they come.
 * Keeps the rounding errors of every addition as a list of non-overlapping partial sums.
 * Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), as used by Python's math.fsum.
 */
export const exactSum = (values: Iterable<number>): number => {
  const partials: number[] = [];
  for (const value of values) {
    let x = value;
    let kept = 0;
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const high = large + small;
      const low = small - (high - large);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials.length = kept;
    partials.push(x);
  }
  return roundedOnce(partials);
};

/** Adds the partial sums from the largest down and settles a tie by the sign of what is left below. */
const roundedOnce = (partials: number[]): number => {
  let high = partials.pop() ?? 0;
  let low = 0;
  while (partials.length > 0) {
    const x = high;
    const y = partials.pop() ?? 0;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  const below = partials.at(-1) ?? 0;
  if ((low < 0 && below < 0) || (low > 0 && below > 0)) {
    const doubled = low * 2;
    const x = high + doubled;
    if (doubled === x - high) high = x;
  }
  return high;
};
