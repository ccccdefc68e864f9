import { clone } from '../../bson/values.js';
import { compareValues } from '../../order/compare.js';
import type { UpdateOperator } from '../context.js';

const bounded =
  (wanted: -1 | 1): UpdateOperator =>
  (operand, _path, match) =>
  (slot) => {
    const value = slot.get();
    if (value === undefined || Math.sign(compareValues(operand, value, match.strings)) === wanted) slot.set(clone(operand));
  };

/** $min: sets the value when it is below the present one, in BSON order. */
export const min = bounded(-1);

/** $max: sets the value when it is above the present one, in BSON order. */
export const max = bounded(1);
