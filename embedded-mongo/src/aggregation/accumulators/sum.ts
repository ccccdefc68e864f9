import { Sum } from '../values/sum.js';
import type { Accumulate } from './accumulator.js';

/** Sum of the numbers; 0 of none. */
export const sum: Accumulate = () => {
  const total = new Sum();
  return { add: (value) => total.add(value), result: () => total.total() };
};

/** Mean of the numbers; null of none. */
export const avg: Accumulate = () => {
  const total = new Sum();
  return { add: (value) => total.add(value), result: () => total.mean() };
};
