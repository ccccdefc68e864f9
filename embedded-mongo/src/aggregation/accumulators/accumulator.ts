import type { Value } from '../../bson/values.js';
import type { ScopeSettings } from '../expressions/scope.js';

/** Gathers the values of one group; `add` is given undefined where the value is missing. */
export interface Accumulator {
  add(value: Value): void;
  result(): Value;
}

/** Starts an accumulator for one group. */
export type Accumulate = (settings: ScopeSettings) => Accumulator;
