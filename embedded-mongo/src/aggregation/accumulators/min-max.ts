import type { Value } from '../../bson/values.js';
import { compareValues } from '../../order/compare.js';
import { isNullish } from '../values/truth.js';
import type { Accumulate } from './accumulator.js';

const extreme =
  (sign: 1 | -1): Accumulate =>
  ({ strings }) => {
    let best: Value;
    return {
      add: (value) => {
        // Null and missing values do not take part.
        if (isNullish(value)) return;
        if (best === undefined || sign * compareValues(value, best, strings) < 0) best = value;
      },
      result: () => best ?? null,
    };
  };

/** Lowest value in BSON order. */
export const min = extreme(1);

/** Highest value in BSON order. */
export const max = extreme(-1);
