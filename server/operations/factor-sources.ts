import type { FactorSource } from '../domain/factor-data.js';
import type { Inventory } from '../domain/inventory.js';
import type { Site } from '../site.js';

/** The declared sources of every factor that entered an inventory, by id. Factors of a factory's own name their source themselves. */
export const factorSources = (site: Site, inventory: Inventory): Readonly<Record<string, FactorSource>> => {
  const used = new Set(inventory.lines.flatMap(({ trace }) => trace.factors.map(({ sourceId }) => sourceId)));
  return Object.fromEntries(
    [...used].flatMap((id) => {
      const source = site.catalog.emissionFactors.sources[id];
      return source === undefined ? [] : [[id, source]];
    }),
  );
};
