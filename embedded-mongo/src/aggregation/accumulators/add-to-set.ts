import type { Value } from '../../bson/values.js';
import { type Identity, identityOf } from '../values/identity.js';
import type { Accumulate } from './accumulator.js';

/** Different values, in the order they were first met. */
export const addToSet: Accumulate = ({ fold }) => {
  const held = new Map<Identity, Value>();
  return {
    add: (value) => {
      if (value === undefined) return;
      const identity = identityOf(value, fold);
      if (!held.has(identity)) held.set(identity, value);
    },
    result: () => [...held.values()],
  };
};
