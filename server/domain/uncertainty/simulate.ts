import { randomOf } from '../random.js';
import { quantileOf } from './distribution.js';
import type { LineModel, UncertainInput } from './uncertain-inputs.js';

/** How many times every number is drawn, and where the drawing begins. */
export interface Simulation {
  readonly seed: number;
  readonly draws: number;
}

/** The draws of a result, sorted out of them. */
export interface SimulatedInterval {
  readonly lower: number;
  readonly upper: number;
  readonly mean: number;
  readonly standardDeviation: number;
}

const drawsOf = (input: UncertainInput, { seed, draws }: Simulation): Float64Array => {
  const { distribution } = input;
  if (distribution === null) return new Float64Array(draws).fill(1);
  const random = randomOf(seed, input.key);
  return Float64Array.from({ length: draws }, () => quantileOf(distribution, random()));
};

/** The draws of inputs: those more than one activity shares are kept, the others made when they are needed. */
export class InputDraws {
  private readonly kept = new Map<UncertainInput, Float64Array>();
  private last: { readonly input: UncertainInput; readonly draws: Float64Array } | null = null;
  private readonly shared: ReadonlySet<UncertainInput>;

  constructor(
    models: readonly LineModel[],
    private readonly simulation: Simulation,
  ) {
    const first = new Map<UncertainInput, string>();
    const shared = new Set<UncertainInput>();
    for (const { line, parts } of models) {
      for (const { input } of parts) {
        const owner = first.get(input);
        if (owner === undefined) first.set(input, line.activityDataId);
        else if (owner !== line.activityDataId) shared.add(input);
      }
    }
    this.shared = shared;
  }

  of(input: UncertainInput): Float64Array {
    const known = this.kept.get(input) ?? (this.last?.input === input ? this.last.draws : undefined);
    if (known !== undefined) return known;
    const draws = drawsOf(input, this.simulation);
    if (this.shared.has(input)) this.kept.set(input, draws);
    else this.last = { input, draws };
    return draws;
  }
}

/** The line of every draw as a multiple of the line as it was computed: the product of its inputs' multiples, each to its power. */
export const multiplesOf = ({ parts }: LineModel, draws: InputDraws, count: number): Float64Array => {
  const multiples = new Float64Array(count).fill(1);
  for (const { input, elasticity } of parts) {
    if (input.distribution === null || elasticity === null) continue;
    const drawn = draws.of(input);
    for (let at = 0; at < count; at += 1) {
      const value = drawn[at] ?? 1;
      multiples[at] = (multiples[at] ?? 1) * (elasticity === 1 ? value : value ** elasticity);
    }
  }
  return multiples;
};

/** The value below which a share of sorted numbers lies, between two of them in proportion (type 7 of Hyndman and Fan, 1996). */
const percentile = (sorted: Float64Array, share: number): number => {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low, high] = [sorted[below] ?? Number.NaN, sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN];
  return low + (high - low) * (place - below);
};

/** The 95 % interval, mean and standard deviation of the draws of one result. Rounding is far below the noise of drawing, so plain sums do. */
export const intervalOf = (values: Float64Array): SimulatedInterval => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sorted = values.slice().sort();
  return {
    lower: percentile(sorted, 0.025),
    upper: percentile(sorted, 0.975),
    mean,
    standardDeviation: Math.sqrt(squares / (values.length - 1)),
  };
};
