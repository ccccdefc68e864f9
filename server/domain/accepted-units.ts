import type { QuantityActivity } from './categories.js';
import { computeInventory } from './compute-inventory.js';
import type { FactorData } from './factor-data.js';
import type { InventoryRequest } from './inventory-request.js';
import { unitSymbols } from './units.js';

/**
 * The units an activity can be given in, found by computing one unit of each: what is listed is what works.
 * @param head      the request without its activities
 * @param activity  the activity, whose quantity and unit do not matter
 */
export const acceptedUnits = (
  head: Omit<InventoryRequest, 'activityData'>,
  activity: QuantityActivity,
  data: FactorData,
  currentYear: number,
): string[] =>
  unitSymbols.filter(
    (unit) => 'inventory' in computeInventory({ ...head, activityData: [{ ...activity, quantity: 1, unit }] }, data, currentYear),
  );
