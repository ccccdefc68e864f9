import type { FactorData } from '../../server/domain/factor-data.js';
import type { Inventory } from '../../server/domain/inventory.js';
import { inventoryFrom } from '../../server/domain/inventory-from.js';
import type { InventoryRequest } from '../../server/domain/inventory-request.js';
import { readInventoryRequest } from '../../server/domain/read-request.js';
import { assessUncertainty, type InventoryUncertainty } from '../../server/domain/uncertainty/assess-uncertainty.js';
import { emissionFactors, testYear } from './emission-factors.js';

/** The inventory of a request with its activities, for what is said of both; `data` may be factors that a test has changed. */
export const computed = (
  value: unknown,
  data: FactorData = emissionFactors(),
): { readonly inventory: Inventory; readonly request: InventoryRequest } => {
  const read = readInventoryRequest(value, data);
  const result = inventoryFrom(read, data, testYear);
  if ('faults' in result || read.request === null) throw new Error(`refused: ${JSON.stringify(result)}`);
  return { inventory: result.inventory, request: read.request };
};

/** The uncertainty of a request that must not be refused. */
export const uncertaintyOf = (value: unknown, draws = 10_000, seed = 1): InventoryUncertainty => {
  const { inventory, request } = computed(value);
  return assessUncertainty(inventory, request.activityData, emissionFactors().uncertainties, { seed, draws });
};
