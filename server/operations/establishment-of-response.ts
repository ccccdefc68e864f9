import type { Site } from '../site.js';

/** The establishment a response belongs to; null when there is no such response. */
export const establishmentOfResponse = async (site: Site, responseId: string): Promise<string | null> =>
  (await site.store.responses.byId(responseId))?.establishmentId ?? null;
