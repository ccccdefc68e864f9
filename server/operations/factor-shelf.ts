import { setImmediate } from 'node:timers/promises';
import type { Catalog } from '../catalog/catalog.js';
import { type FactorUsers, joinUsers, setYears, usersByYear } from '../domain/factor-users.js';
import { type FactorShelf, factorShelf as newShelf } from '../presentation/factor-index.js';
import type { Site } from '../site.js';

const shelves = new WeakMap<Catalog, Promise<FactorShelf>>();

const putTogether = async ({ emissionFactors, factorLibrary }: Catalog): Promise<FactorShelf> => {
  const usersIn = usersByYear(emissionFactors);
  const years: FactorUsers[] = [];
  for (const year of setYears(emissionFactors)) {
    years.push(usersIn(year));
    // In slices, so that whoever else is served need not wait for all of it.
    await setImmediate();
  }
  return newShelf(emissionFactors, factorLibrary, joinUsers(years));
};

/** Everything the pages of the library are made from: put together when first asked for, once for a catalog. */
export const factorShelf = ({ catalog }: Pick<Site, 'catalog'>): Promise<FactorShelf> => {
  const known = shelves.get(catalog);
  if (known !== undefined) return known;
  const shelf = putTogether(catalog);
  shelves.set(catalog, shelf);
  return shelf;
};
