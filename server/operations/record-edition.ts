import { AlreadyThere } from '../persistence/store.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';

/** Keeps an edition whole before the first answer is given to it, so that answers stay readable when the data package has moved on. */
export const recordEdition = async ({ store, clock }: Site, edition: Edition): Promise<void> => {
  if (await store.editions.has(edition.hash)) return;
  try {
    await store.editions.add({ id: edition.hash, editionId: edition.id, content: JSON.stringify(edition), recordedAt: clock.now() });
  } catch (error) {
    // Another process on the same store came first, with the same.
    if (!(error instanceof AlreadyThere)) throw error;
  }
};
