import type { StoredResponse } from '../persistence/responses.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import { editionOf } from './edition-of.js';
import type { OnBehalf } from './respondent.js';

export { retentionRules } from '../survey/retention-rules.js';

/** The responses of a respondent, for which they can say what they may be used for. */
export const readPrivacy = async (
  site: Site,
  who: OnBehalf,
): Promise<readonly { readonly response: StoredResponse; readonly edition: Edition }[]> => {
  const responses = await site.store.responses.ofEstablishment(who.establishmentId);
  return responses.map((response) => ({ response, edition: editionOf(site, response.editionId) }));
};
