import type { Value } from '../../bson/values.js';
import { compareValues } from '../../order/compare.js';
import type { ScopeSettings } from '../expressions/scope.js';
import { isNullish } from '../values/truth.js';
import type { Accumulator } from './accumulator.js';

/** Starts an accumulator that keeps `count` values. */
export type AccumulateSeveral = (count: number, settings: ScopeSettings) => Accumulator;

/** Values of the first documents; missing ones as null. */
export const firstN: AccumulateSeveral = (count) => {
  const held: Value[] = [];
  return {
    add: (value) => {
      if (held.length < count) held.push(value ?? null);
    },
    result: () => held,
  };
};

/** Values of the last documents; missing ones as null. */
export const lastN: AccumulateSeveral = (count) => {
  let held: Value[] = [];
  return {
    add: (value) => {
      held.push(value ?? null);
      if (held.length >= count * 2 + 64) held = held.slice(-count);
    },
    result: () => held.slice(-count),
  };
};

const extremes =
  (sign: 1 | -1): AccumulateSeveral =>
  (count, { strings }) => {
    let held: Value[] = [];
    const order = (a: Value, b: Value): number => sign * compareValues(a, b, strings);
    const cut = (): void => {
      held = held.sort(order).slice(0, count);
    };
    return {
      add: (value) => {
        if (isNullish(value)) return;
        held.push(value);
        if (held.length >= count * 2 + 64) cut();
      },
      result: () => {
        cut();
        return held;
      },
    };
  };

/** The lowest values, lowest first; null and missing ones do not take part. */
export const minN = extremes(1);

/** The highest values, highest first. */
export const maxN = extremes(-1);
