import type { Bank } from '../catalog/survey-bank.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import { isStillAnswered } from '../survey/compatible-edition.js';
import type { Edition } from '../survey/edition.js';
import type { Response } from '../survey/response.js';

/** The item bank of a round. It is a fault of the installation, not of the user, when the data package lost one that is being answered. */
export const bankOf = (site: Site, { bank }: Pick<Round, 'bank'>): Bank => {
  const found = site.catalog.surveys.banks[bank];
  if (found === undefined) throw new Error(`survey-definitions/ no longer holds ${bank}, which has a round`);
  return found;
};

/** Editions that were kept, as far as they were read: what lies under a hash never changes. */
const readBefore = new Map<string, Edition>();

/** The edition with this hash, from the data package or as it was kept; null when there is none. */
export const editionWithHash = async (site: Site, hash: string): Promise<Edition | null> => {
  const current = Object.values(site.catalog.surveys.editions).find((edition) => edition.hash === hash) ?? readBefore.get(hash);
  if (current !== undefined) return current;
  const kept = await site.store.editions.byHash(hash);
  if (kept === null) return null;
  const edition = JSON.parse(kept.content) as Edition;
  readBefore.set(hash, edition);
  return edition;
};

/**
 * The edition that answers were given to: the one of their hash. One from before editions were kept is read by the data package's edition
 * of the same id.
 */
export const editionOf = async (site: Site, { editionId, editionHash }: Pick<Response, 'editionId' | 'editionHash'>): Promise<Edition> => {
  const edition = (await editionWithHash(site, editionHash)) ?? site.catalog.surveys.editions[editionId];
  if (edition === undefined) throw new Error(`There is no edition ${editionId} with the hash ${editionHash}, which has answers`);
  return edition;
};

/**
 * The edition a working copy is filled in under: a draft goes on under the data package's newest words and rules of its edition, as long
 * as these ask everything that was answered in the same way.
 */
export const editionToAnswer = async (site: Site, response: StoredResponse): Promise<Edition> => {
  const newest = site.catalog.surveys.editions[response.editionId];
  const given = await editionOf(site, response);
  const goesOn = newest !== undefined && response.status === 'draft' && isStillAnswered(given, newest, response.answers);
  return goesOn ? newest : given;
};
