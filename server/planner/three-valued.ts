import type { ThreeValued } from './plan.js';

/** Yes when all are yes, no when one is no, else unknown. Nothing to check is yes. */
export const allOf = (outcomes: readonly ThreeValued[]): ThreeValued =>
  outcomes.includes('no') ? 'no' : outcomes.includes('unknown') ? 'unknown' : 'yes';

/** Yes when one is yes, no when all are no, else unknown. */
export const anyOf = (outcomes: readonly ThreeValued[]): ThreeValued =>
  outcomes.includes('yes') ? 'yes' : outcomes.includes('unknown') ? 'unknown' : 'no';
