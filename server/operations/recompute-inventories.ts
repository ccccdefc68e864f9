import type { StoredInventory } from '../persistence/inventories.js';
import { AlreadyThere } from '../persistence/store.js';
import type { Site } from '../site.js';
import { operator } from './account-holder.js';
import { computeUnder } from './compare-factors.js';
import { type InventoryDifference, inventoryDifference } from './inventory-differences.js';
import { recordCatalog } from './record-catalog.js';

/** How many inventories are read at once, and recomputed in one transaction. */
const batchSize = 50;

/** A stored inventory as it stands, and what the emission factors of today make of it. */
interface Held {
  /** The newest computation. */
  readonly stored: StoredInventory;
  readonly computations: number;
  readonly difference: InventoryDifference;
}

const isChanged = ({ difference }: Held): boolean => difference.change === 'trace' || difference.change === 'result';

const hold = async (site: Site, first: StoredInventory, name: string): Promise<Held> => {
  const history = await site.store.inventories.history(first.responseId, first.version);
  const stored = history.at(-1) ?? first;
  const { inventory, request } = stored;
  const id = `${stored.responseId} ${stored.version}`;
  const difference = inventoryDifference(id, name, { inventory }, computeUnder(site.catalog.emissionFactors, request));
  return { stored, computations: history.length, difference };
};

/** Every stored inventory, in batches, each with what today's factors make of it. Only the newest computation of a version counts. */
async function* heldInventories(site: Site): AsyncGenerator<readonly Held[]> {
  const names = new Map((await site.store.establishments.all()).map(({ id, name }) => [id, name]));
  let after: string | null = null;
  for (;;) {
    const page: readonly StoredInventory[] = await site.store.inventories.page(after, batchSize);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
    yield await Promise.all(page.map((each) => hold(site, each, names.get(each.establishmentId) ?? each.establishmentId)));
  }
}

/** What the emission factors of today do to every stored inventory, batch by batch. Nothing is written. */
export async function* compareStored(site: Site): AsyncGenerator<readonly InventoryDifference[]> {
  for await (const batch of heldInventories(site)) yield batch.map(({ difference }) => difference);
}

const keep = async (site: Site, batch: readonly Held[]): Promise<void> => {
  const at = site.clock.now();
  const writes = batch.map(({ stored, computations }) => {
    const result = computeUnder(site.catalog.emissionFactors, stored.request);
    if ('errors' in result) throw new Error('An inventory that could be computed is refused now');
    const { responseId, establishmentId, roundId, version, request, notes } = stored;
    const recomputation = {
      id: site.random.uuid(),
      responseId,
      establishmentId,
      roundId,
      version,
      request,
      notes,
      inventory: result.inventory,
      catalogHash: site.catalog.hash,
      computedAt: at,
      computation: computations + 1,
    };
    return { recomputation, entryId: site.random.uuid(), from: stored.inventory.factorSet.hash };
  });
  await site.store.transaction(async (within) => {
    for (const { recomputation, entryId, from } of writes) {
      const { responseId, establishmentId, version, computation, inventory } = recomputation;
      await within.inventories.addRecomputation(recomputation);
      await within.auditEntries.add({
        id: entryId,
        at,
        actor: operator,
        action: 'inventory.recompute',
        establishmentId,
        subject: { kind: 'response', id: responseId },
        facts: { version, computation, from, to: inventory.factorSet.hash },
      });
    }
  });
};

/** Another run, or this one before a line broke, came first this often in a row: more than there can be. */
const attempts = 10;

/** Keeps what is changed of a batch. What somebody else has kept meanwhile is looked at again and not kept twice. */
const keepChanged = async (site: Site, batch: readonly Held[]): Promise<void> => {
  let changed = batch.filter(isChanged);
  for (let attempt = 0; changed.length > 0; attempt++) {
    try {
      await keep(site, changed);
      return;
    } catch (error) {
      if (!(error instanceof AlreadyThere) || attempt === attempts) throw error;
      const again = await Promise.all(changed.map(({ stored, difference }) => hold(site, stored, difference.name)));
      changed = again.filter(isChanged);
    }
  }
};

/**
 * Computes every stored inventory anew that today's emission factors change, as a further computation of its version; the earlier ones
 * stay. Each batch is one transaction, so a run that was cut off is finished by the next one. An inventory that can no longer be
 * computed is reported and stays as it is.
 */
export async function* recomputeStored(site: Site): AsyncGenerator<readonly InventoryDifference[]> {
  await recordCatalog(site);
  for await (const batch of heldInventories(site)) {
    await keepChanged(site, batch);
    yield batch.map(({ difference }) => difference);
  }
}
