import type { StoredResponse } from '../persistence/responses.js';
import type { Site } from '../site.js';
import type { Use } from '../survey/uses.js';
import { withoutQuestions } from '../survey/without-questions.js';
import { editionOf } from './edition-of.js';

/** Questions whose answers go to nobody but those who do the survey, whatever was agreed to. */
const withoutContact = async (site: Site, response: StoredResponse): Promise<StoredResponse> => {
  const { contact } = (await editionOf(site, response)).profile;
  return { ...response, ...withoutQuestions(response, contact) };
};

/**
 * The submitted responses of a round that may be used for something, by the respondents' word as it stands now. The query itself is
 * limited by it: what was not agreed to is not read. Who answered is left out, for no use needs it.
 */
export const permittedResponses = async (site: Site, use: Use, roundId: string): Promise<readonly StoredResponse[]> => {
  const allowing = await site.store.responses.allowing(use, roundId);
  return Promise.all(allowing.filter(({ version }) => version > 0).map((response) => withoutContact(site, response)));
};
