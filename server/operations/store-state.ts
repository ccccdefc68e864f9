import type { Site } from '../site.js';

export { StoreUnavailable } from '../persistence/store.js';

/** Resolves when the store answers; throws StoreUnavailable when it does not. */
export const checkStore = (site: Site): Promise<void> => site.store.ping();
