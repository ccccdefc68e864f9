import { calculationVersion } from '../domain/calculation-version.js';
import { snapshotOf } from '../domain/factor-snapshot.js';
import { AlreadyThere } from '../persistence/store.js';
import type { Site } from '../site.js';

/** Keeps the emission factors of today whole, before the first inventory that is computed with them is. */
export const recordCatalog = async ({ store, clock, catalog }: Site): Promise<void> => {
  const { version, hash } = catalog.emissionFactors;
  const id = `${calculationVersion} ${hash}`;
  if (await store.catalogs.has(id)) return;
  const snapshot = snapshotOf(catalog.emissionFactors);
  try {
    await store.catalogs.add({ id, version, hash, calculationVersion, snapshot, recordedAt: clock.now() });
  } catch (error) {
    // Another process on the same store came first, with the same.
    if (!(error instanceof AlreadyThere)) throw error;
  }
};
