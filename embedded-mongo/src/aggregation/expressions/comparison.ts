import type { Value } from '../../bson/values.js';
import { compareValues } from '../../order/compare.js';
import { binary, type Family } from './operands.js';
import type { Scope } from './scope.js';

/** BSON order, in which what is missing comes before null. */
export const compareExpressions = (a: Value, b: Value, scope: Scope): number => {
  if (typeof a === 'number' && typeof b === 'number') {
    if (a < b) return -1;
    if (a > b) return 1;
    if (a === b) return 0;
  }
  if (a === undefined || b === undefined) {
    if (a === b) return 0;
    const other = a === undefined ? b : a;
    // Only MinKey is below a missing value.
    const side = compareValues(other, null) < 0 ? -1 : 1;
    return a === undefined ? -side : side;
  }
  return compareValues(a, b, scope.settings.strings);
};

const test = (holds: (order: number) => boolean) => binary((a, b, scope) => holds(compareExpressions(a, b, scope)));

export const comparison: Family = {
  $cmp: binary((a, b, scope) => Math.sign(compareExpressions(a, b, scope))),
  $eq: test((order) => order === 0),
  $ne: test((order) => order !== 0),
  $gt: test((order) => order > 0),
  $gte: test((order) => order >= 0),
  $lt: test((order) => order < 0),
  $lte: test((order) => order <= 0),
};
