import type { Value } from '../../bson/values.js';
import type { Accumulate } from './accumulator.js';

/** Value of the group's first document. */
export const first: Accumulate = () => {
  let held: Value;
  let met = false;
  return {
    add: (value) => {
      if (!met) held = value;
      met = true;
    },
    result: () => held ?? null,
  };
};

/** Value of the group's last document. */
export const last: Accumulate = () => {
  let held: Value;
  return {
    add: (value) => {
      held = value;
    },
    result: () => held ?? null,
  };
};
