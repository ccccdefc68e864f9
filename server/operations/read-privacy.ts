import type { StoredResponse } from '../persistence/responses.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import { editionToAnswer } from './edition-of.js';
import type { OnBehalf } from './respondent.js';

export { retentionRules } from '../survey/retention-rules.js';

/** The responses of a respondent, for which they can say what they may be used for. */
export const readPrivacy = async (
  site: Site,
  who: OnBehalf,
): Promise<readonly { readonly response: StoredResponse; readonly edition: Edition }[]> => {
  const responses = await site.store.responses.ofEstablishment(who.establishmentId);
  return Promise.all(responses.map(async (response) => ({ response, edition: await editionToAnswer(site, response) })));
};
