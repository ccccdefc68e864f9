import { calculationVersion } from '../domain/calculation-version.js';
import type { StoredInventory } from '../persistence/inventories.js';
import type { Site } from '../site.js';
import { computeUnder } from './compare-factors.js';
import type { KnownFactors } from './known-factors.js';

/** Whether a stored inventory comes out again from its request and the data it names. */
export interface Reproduction {
  readonly id: string;
  readonly responseId: string;
  readonly version: number;
  readonly factors: { readonly version: string; readonly hash: string };
  /**
   * `same`: to the last byte; `different`: it was changed, or the program was; `dataMissing`: its data were not recorded;
   * `otherCalculation`: it is of another version of the equations.
   */
  readonly outcome: 'same' | 'different' | 'dataMissing' | 'otherCalculation';
}

const outcomeOf = ({ request, inventory }: StoredInventory, known: readonly KnownFactors[]): Reproduction['outcome'] => {
  if (inventory.calculationVersion !== calculationVersion) return 'otherCalculation';
  const factors = known.find(({ hash, calculationVersion: of }) => hash === inventory.factorSet.hash && of === calculationVersion);
  if (factors === undefined) return 'dataMissing';
  const result = computeUnder(factors.read(), request);
  return 'inventory' in result && JSON.stringify(result.inventory) === JSON.stringify(inventory) ? 'same' : 'different';
};

const pageSize = 50;

/**
 * Computes every inventory a site keeps again, each computation of it, from its stored request and the data it names.
 * @param known  what can be computed with, the site's own records included
 */
export async function* verifyInventories(site: Site, known: readonly KnownFactors[]): AsyncGenerator<Reproduction> {
  let after: string | null = null;
  for (;;) {
    const page: readonly StoredInventory[] = await site.store.inventories.page(after, pageSize);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
    for (const { responseId, version } of page) {
      for (const stored of await site.store.inventories.history(responseId, version)) {
        const { hash, version: released } = stored.inventory.factorSet;
        const { id } = stored;
        yield { id, responseId, version, factors: { version: released, hash }, outcome: outcomeOf(stored, known) };
      }
    }
  }
}
