import type { Fault } from './fault.js';

/** Thrown where one activity cannot be estimated; `computeInventory` catches it and returns its fault. It never leaves the domain. */
export class Refusal extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
    this.name = 'Refusal';
  }
}

/** Refuses an activity. `field` is the path of the culprit within the request. */
export const refuse = (code: string, field: string, values: Fault['values'] = {}): never => {
  throw new Refusal({ code, field, values });
};
