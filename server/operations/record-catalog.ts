import { calculationVersion } from '../domain/calculation-version.js';
import { snapshotOf } from '../domain/factor-snapshot.js';
import { AlreadyThere, type Store } from '../persistence/store.js';
import type { Site } from '../site.js';

/** What this process knows to be recorded, by store: asking once is enough, because nothing is ever removed. */
const recorded = new WeakMap<Store, Set<string>>();

/** Keeps the emission factors of today whole, before the first inventory that is computed with them is. */
export const recordCatalog = async (site: Site): Promise<void> => {
  const { store, clock, catalog } = site;
  const data = catalog.emissionFactors;
  const { version, hash } = data;
  const id = `${calculationVersion} ${hash}`;
  const known = recorded.get(store) ?? new Set<string>();
  recorded.set(store, known);
  if (known.has(id)) return;
  if (!(await store.catalogs.has(id))) {
    try {
      await store.catalogs.add({ id, version, hash, calculationVersion, snapshot: snapshotOf(data), recordedAt: clock.now() });
    } catch (error) {
      // Another process on the same store came first, with the same.
      if (!(error instanceof AlreadyThere)) throw error;
    }
  }
  known.add(id);
};
