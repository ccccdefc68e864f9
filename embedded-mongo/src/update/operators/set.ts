import { clone } from '../../bson/values.js';
import type { UpdateOperator } from '../context.js';

/** $set: puts the value there. */
export const set: UpdateOperator = (operand) => (slot) => slot.set(clone(operand));

/** $setOnInsert: $set, but only when an upsert makes the document. */
export const setOnInsert: UpdateOperator = (operand) => (slot, context) => {
  if (context.inserting) slot.set(clone(operand));
};

/** $unset: removes the field. */
export const unset: UpdateOperator = () => (slot) => {
  if (slot.get() !== undefined) slot.unset();
};
