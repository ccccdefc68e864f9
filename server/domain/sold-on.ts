import type { Fault } from './fault.js';
import type { Field } from './field.js';
import type { Plain } from './plain.js';
import { shown } from './trace.js';

/** A part of what was bought, or made, that went to others. */
export const soldField = (en: string): Field => ({ key: 'sold', kind: 'quantity', required: false, en });

/** Amounts beside the quantity: with one of them, lines are no multiple of the quantity. */
export const amountsBeside: readonly string[] = ['sold', 'certificatesSold'];

/** Nobody sells more than there was. */
export const soldFaults = ({ quantity, sold }: Plain, path: string): readonly Fault[] =>
  typeof quantity === 'number' && typeof sold === 'number' && sold > quantity
    ? [{ code: 'soldOverWhole', field: `${path}.sold`, values: { sold: shown(sold), whole: shown(quantity) } }]
    : [];
