import type { Evidence } from '../persistence/evidence.js';
import type { StoredResponse } from '../persistence/responses.js';
import { accessProblem } from '../problem/access-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import { questionsOf } from '../survey/form-fields.js';
import { roundState } from '../survey/round-state.js';
import { editionToAnswer } from './edition-of.js';
import { limitedEdition } from './limited-form.js';
import { ownEstablishment, ownRound } from './own-establishment.js';
import { ownResponse } from './own-response.js';
import type { OnBehalf } from './respondent.js';

/** The questionnaire as far as whoever attaches files goes. */
export const editionWithin = async (site: Site, who: OnBehalf, response: StoredResponse): Promise<Edition> =>
  limitedEdition(await editionToAnswer(site, response), who);

/**
 * A file that is attached to a respondent's own response, or to what somebody was let fill in. Throws notFound for another's exactly as for
 * one that does not exist.
 */
export const ownEvidence = async (
  site: Site,
  who: OnBehalf,
  { responseId, evidenceId }: { readonly responseId: string; readonly evidenceId: string },
): Promise<{ readonly response: StoredResponse; readonly evidence: Evidence }> => {
  const response = await ownResponse(site.store, who, responseId);
  const evidence = await site.store.evidence.ofResponseById(responseId, evidenceId);
  if (evidence === null || evidence.takenOffAt !== null) throw accessProblem('notFound');
  // Of the establishment itself it is a file all the same when its question is not asked any more.
  const isWithin = async (): Promise<boolean> =>
    questionsOf(await editionWithin(site, who, response)).some(({ id }) => id === evidence.question);
  if (who.limits !== undefined && !(await isWithin())) throw accessProblem('notFound');
  return { response, evidence };
};

/** Lets pass while the round of a response takes changes. Throws roundClosed. */
export const assertRoundOpen = async (site: Site, who: OnBehalf, response: StoredResponse): Promise<void> => {
  const round = await ownRound(site, await ownEstablishment(site, who), response.roundId);
  if (roundState(round) !== 'open') throw siteProblem('roundClosed');
};

/** The response once its evidence has changed: what was submitted is no longer what stands there, so it is a draft again. */
export const withChangedEvidence = (response: StoredResponse, now: Date): StoredResponse => ({
  ...response,
  status: 'draft',
  revision: response.revision + 1,
  updatedAt: now,
});

/** Another writer came first this often in a row: more than people can cause. */
export const evidenceAttempts = 10;
