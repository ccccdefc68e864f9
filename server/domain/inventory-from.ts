import { computeInventory, type InventoryResult } from './compute-inventory.js';
import type { FactorData } from './factor-data.js';
import { withoutRepeats } from './fault.js';
import type { ReadRequest } from './read-request.js';

/**
 * Computes a request that was read, or gathers every fault of it: those of its shape, and those the calculation finds in the
 * activities that could be read.
 */
export const inventoryFrom = ({ request, places, faults }: ReadRequest, data: FactorData, currentYear: number): InventoryResult => {
  if (request === null) return { faults };
  const result = computeInventory(request, data, currentYear, places);
  if (faults.length === 0) return result;
  return { faults: withoutRepeats([...faults, ...('faults' in result ? result.faults : [])]) };
};
