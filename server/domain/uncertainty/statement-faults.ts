import { categoryOf, isCategory } from '../categories.js';
import type { Fault } from '../fault.js';
import { asObject, type Plain } from '../plain.js';
import { type StatedUncertainty, statementFault } from './stated-uncertainty.js';

const isNumberOrMissing = (value: unknown): boolean => value === undefined || typeof value === 'number';

/** The fault of a statement whose numbers are sound each by itself. */
const faultOf = (value: unknown, statement: unknown, path: string): Fault[] => {
  const stated = asObject(statement);
  if (stated === null || typeof value !== 'number') return [];
  const { percent, lower, upper } = stated;
  if (![percent, lower, upper].every(isNumberOrMissing)) return [];
  const code = statementFault(value, stated as StatedUncertainty);
  return code === null ? [] : [{ code, field: `${path}.uncertainty`, values: { value } }];
};

/** Limits are limits of a quantity; a balance has none and takes percent alone. */
const limitsOfBalance = (activity: Plain, path: string): Fault[] => {
  const { category, uncertainty } = activity;
  const { lower, upper } = asObject(uncertainty) ?? {};
  if (!isCategory(category) || (lower === undefined && upper === undefined) || Object.hasOwn(activity, 'quantity')) return [];
  const needsQuantity = categoryOf(category).fields.some((field) => field.key === 'quantity' && field.required);
  return needsQuantity ? [] : [{ code: 'limitsWithoutQuantity', field: `${path}.uncertainty`, values: {} }];
};

/** What no single field of a statement can tell, of the quantity and of a factor of one's own. */
export const statementFaults = (activity: Plain, path: string): Fault[] => {
  const factor = asObject(activity.factor);
  return [
    ...faultOf(activity.quantity, activity.uncertainty, path),
    ...limitsOfBalance(activity, path),
    ...(factor === null ? [] : faultOf(factor.value, factor.uncertainty, `${path}.factor`)),
  ];
};
