import type { Value } from '../../bson/values.js';
import type { Accumulate } from './accumulator.js';

/** All values in the order of the documents; missing ones are left out. */
export const push: Accumulate = () => {
  const held: Value[] = [];
  return {
    add: (value) => {
      if (value !== undefined) held.push(value);
    },
    result: () => held,
  };
};
