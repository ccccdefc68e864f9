import type { GwpSet } from './activity-data.js';
import { computeInventory } from './compute-inventory.js';
import type { FactorData } from './factor-data.js';
import type { Inventory } from './inventory.js';
import type { InventoryRequest } from './inventory-request.js';
import { gwpSets } from './request-shape.js';

/** The totals of one request under one set of global warming potentials. */
export interface GwpComparison {
  readonly gwp: GwpSet;
  /** Whether it is the set of the request. */
  readonly chosen: boolean;
  /** Null where the factor set does not go with these potentials. */
  readonly totals: Pick<Inventory['totals'], 'scope1' | 'scope2LocationBased' | 'scope2MarketBased' | 'montrealGases'> | null;
  /** Activities whose published CO2eq has no split by gas, so that it is the same under every set. */
  readonly unsplit: readonly string[];
}

/** An inventory with its totals under every set of potentials. */
export interface ComparedInventory extends Inventory {
  readonly gwpComparison: readonly GwpComparison[];
}

/**
 * The totals of a request under the potentials of every assessment report, for those that its factor set goes with.
 * @param request  one that can be computed under its own potentials
 */
export const compareGwp = (request: InventoryRequest, data: FactorData, currentYear: number): readonly GwpComparison[] =>
  gwpSets.map((gwp) => {
    const chosen = gwp === request.gwp;
    const allowed = data.factorSets[request.factorSet]?.gwp.allowed.includes(gwp) ?? false;
    if (!allowed) return { gwp, chosen, totals: null, unsplit: [] };
    const result = computeInventory({ ...request, gwp }, data, currentYear);
    // A gas without a potential in this set cannot be compared, as a set that does not allow it.
    if ('faults' in result) return { gwp, chosen, totals: null, unsplit: [] };
    const { scope1, scope2LocationBased, scope2MarketBased, montrealGases } = result.inventory.totals;
    const unsplit = result.inventory.lines.filter((line) => line.gas === 'CO2eq').map((line) => line.activityDataId);
    return { gwp, chosen, totals: { scope1, scope2LocationBased, scope2MarketBased, montrealGases }, unsplit: [...new Set(unsplit)] };
  });
