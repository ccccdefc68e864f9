import { Decimal128, double, isNumeric, toNumber } from '../../bson/values.js';
import type { Accumulate } from './accumulator.js';

/** Welford's recurrence: mean and sum of squared distances in one pass. */
const deviation =
  (sample: boolean): Accumulate =>
  () => {
    let count = 0;
    let mean = 0;
    let squares = 0;
    return {
      add: (value) => {
        if (!isNumeric(value)) return;
        const number = value instanceof Decimal128 ? Number(value.toString()) : toNumber(value);
        count++;
        const distance = number - mean;
        mean += distance / count;
        squares += distance * (number - mean);
      },
      result: () => {
        const freedom = sample ? count - 1 : count;
        return freedom < 1 ? null : double(Math.sqrt(squares / freedom));
      },
    };
  };

/** Standard deviation of a whole population; null of nothing. */
export const stdDevPop = deviation(false);

/** Standard deviation estimated from a sample; null of fewer than two. */
export const stdDevSamp = deviation(true);
