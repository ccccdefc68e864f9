/**
 * A sum under way that is correctly rounded: the same to the last bit in whatever order its numbers come.
 * Keeps the rounding errors of every addition as a list of non-overlapping partial sums. A class, because a national computation makes
 * millions of them and methods are shared.
 * Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), as used by Python's math.fsum.
 */
export class RunningSum {
  readonly #partials: number[] = [];
  #count = 0;

  add(value: number): void {
    const partials = this.#partials;
    let x = value;
    let kept = 0;
    for (let index = 0; index < this.#count; index += 1) {
      const partial = partials[index] as number;
      const high = x + partial;
      // The error of an addition, whichever of the two is larger (Knuth's two-sum).
      const rest = high - x;
      const low = x - (high - rest) + (partial - rest);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials[kept] = x;
    this.#count = kept + 1;
  }

  /** The sum of all that was added. */
  total(): number {
    return roundedOnce(this.#partials.slice(0, this.#count));
  }
}

/** The sum of numbers, correctly rounded whatever their order. */
export const exactSum = (values: Iterable<number>): number => {
  const sum = new RunningSum();
  for (const value of values) sum.add(value);
  return sum.total();
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
