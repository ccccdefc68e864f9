import { type Origin, storeFrom } from '../persistence/audited-store.js';
import type { Site } from '../site.js';

/** The site as one request sees it: its entries in the audit log say where it came from. */
export const siteFrom = (site: Site, origin: Origin): Site =>
  Object.create(site, { store: { value: storeFrom(site.store, origin), enumerable: true } }) as Site;
