import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';

/** The edition of a round or a response. It is a fault of the installation, not of the user, when the data package lost one. */
export const editionOf = (site: Site, editionId: string): Edition => {
  const edition = site.catalog.surveys.editions[editionId];
  if (edition === undefined) throw new Error(`survey-definitions/ no longer holds the edition ${editionId}, which has answers`);
  return edition;
};
