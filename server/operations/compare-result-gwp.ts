import { calculationVersion } from '../domain/calculation-version.js';
import { compareGwp, type GwpComparison } from '../domain/compare-gwp.js';
import type { FactorData } from '../domain/factor-data.js';
import { fromSnapshot } from '../domain/factor-snapshot.js';
import type { Inventory } from '../domain/inventory.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import type { Site } from '../site.js';

/** The data an inventory was computed with; null when nothing keeps them, or when they are of other equations. */
const dataOf = async ({ catalog, store }: Site, { factorSet, calculationVersion: of }: Inventory): Promise<FactorData | null> => {
  if (of !== calculationVersion) return null;
  if (factorSet.hash === catalog.emissionFactors.hash) return catalog.emissionFactors;
  const recorded = await store.catalogs.byId(`${of} ${factorSet.hash}`);
  return recorded === null ? null : fromSnapshot(recorded.snapshot);
};

/** A stored inventory under every set of global warming potentials, by the very data it was computed with; empty without them. */
export const compareResultGwp = async (
  site: Site,
  { request, inventory }: { readonly request: InventoryRequest; readonly inventory: Inventory },
): Promise<readonly GwpComparison[]> => {
  const data = await dataOf(site, inventory);
  return data === null ? [] : compareGwp(request, data, request.reportingYear);
};
