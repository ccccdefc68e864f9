import type { Confidence } from '../domain/confidence.js';
import { exactSum } from '../domain/exact-sum.js';
import type { Figure } from './measure.js';
import type { Range } from './plan.js';

const strength: readonly Confidence[] = ['recalled', 'derived', 'read-in-copy', 'two-copies', 'read-in-original'];

/** The weakest of the given confidences; a result rests on the worst number that entered it. */
export const weakest = (first: Confidence, ...rest: readonly Confidence[]): Confidence =>
  rest.reduce((weak, next) => (strength.indexOf(next) < strength.indexOf(weak) ? next : weak), first);

/** A figure of the data as a range; its ends may be weaker than its typical value. */
export const rangeOf = (figure: Figure, unit: string = figure.unit): Range => ({
  low: figure.low,
  typical: figure.typical,
  high: figure.high,
  unit,
  confidence: figure.endsConfidence === undefined ? figure.confidence : weakest(figure.confidence, figure.endsConfidence),
});

/** A number without spread. */
export const exactly = (value: number, unit: string, confidence: Confidence): Range => ({
  low: value,
  typical: value,
  high: value,
  unit,
  confidence,
});

/** The range with every number multiplied by a constant, in another unit. */
export const scaled = (range: Range, by: number, unit: string): Range => ({
  ...range,
  low: range.low * by,
  typical: range.typical === null ? null : range.typical * by,
  high: range.high * by,
  unit,
});

const combined = (a: Range, b: Range, unit: string, numbers: (x: number, y: number) => number): Range => ({
  low: numbers(a.low, b.low),
  typical: a.typical === null || b.typical === null ? null : numbers(a.typical, b.typical),
  high: numbers(a.high, b.high),
  unit,
  confidence: weakest(a.confidence, b.confidence),
});

/** a · b of two ranges of non-negative numbers. */
export const times = (a: Range, b: Range, unit: string): Range => combined(a, b, unit, (x, y) => x * y);

/** a · b where b may be below zero: its low end takes the larger a then, for the product is lowest there. */
export const signedTimes = (a: Range, b: Range, unit: string): Range => ({
  ...times(a, b, unit),
  low: b.low * (b.low < 0 ? a.high : a.low),
  high: b.high * (b.high < 0 ? a.low : a.high),
});

/** The sum of ranges in one unit, exact at each end, so that their order changes nothing. */
export const sumOf = (first: Range, ...rest: readonly Range[]): Range => {
  const all = [first, ...rest];
  const known = all.flatMap(({ typical }) => typical ?? []);
  return {
    low: exactSum(all.map(({ low }) => low)),
    typical: known.length < all.length ? null : exactSum(known),
    high: exactSum(all.map(({ high }) => high)),
    unit: first.unit,
    confidence: weakest(first.confidence, ...rest.map(({ confidence }) => confidence)),
  };
};

/** a / b of two ranges of positive numbers: the low end divides by the high one. */
export const over = (a: Range, b: Range, unit: string): Range =>
  combined(a, { ...b, low: 1 / b.high, typical: b.typical === null ? null : 1 / b.typical, high: 1 / b.low }, unit, (x, y) => x * y);

/** a - b in one unit: the low end takes off the high one. */
export const minus = (a: Range, b: Range): Range => combined(a, { ...b, low: b.high, high: b.low }, a.unit, (x, y) => x - y);

/** No number below a floor. */
export const atLeast = (a: Range, floor: number): Range => ({
  ...a,
  low: Math.max(a.low, floor),
  typical: a.typical === null ? null : Math.max(a.typical, floor),
  high: Math.max(a.high, floor),
});

/** The smaller of the two, end by end. */
export const atMost = (a: Range, b: Range): Range => combined(a, b, a.unit, Math.min);
