import type { AnswerValue } from './answer.js';
import { medianOf } from './quantile.js';

/** One month that is 1,000 times too large or too small beside the others. */
export interface OddMonth {
  /** 0 for January. */
  readonly month: number;
  /** What it says ÷ what the others let expect: 1,000 or 0.001. */
  readonly ratio: number;
}

/** A quarter or four times a thousand: seasons move a month far less than a unit does. */
const tolerance = 0.6;
/** Fewer other months do not say what is usual. */
const leastOthers = 3;

/** Months in which another unit was probably written than in the rest, by the median of the other months that are not zero. */
export const oddMonths = ({ months }: Extract<AnswerValue, { kind: 'monthly' }>): readonly OddMonth[] =>
  months.flatMap((own, month) => {
    const others = months.filter((other, at): other is number => at !== month && other !== null && other > 0);
    const usual = others.length < leastOthers ? null : medianOf(others);
    if (usual === null || own === null || own <= 0) return [];
    const power = Math.log10(own / usual);
    return [3, -3].filter((slip) => Math.abs(power - slip) <= tolerance).map((slip) => ({ month, ratio: 10 ** slip }));
  });
