import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';

/** The edition with this hash, for checks while typing; null when there is none. What it holds never changes under one hash. */
export const readEdition = (site: Site, hash: string): Edition | null =>
  Object.values(site.catalog.surveys.editions).find((edition) => edition.hash === hash) ?? null;
