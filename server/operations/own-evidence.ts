import type { Evidence } from '../persistence/evidence.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Repositories } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { roundState } from '../survey/round-state.js';
import { ownEstablishment, ownRound } from './own-establishment.js';
import { ownResponse } from './own-response.js';
import type { OnBehalf } from './respondent.js';

/** A file that is attached to a respondent's own response. Throws notFound for another's exactly as for one that does not exist. */
export const ownEvidence = async (
  repositories: Repositories,
  who: OnBehalf,
  { responseId, evidenceId }: { readonly responseId: string; readonly evidenceId: string },
): Promise<{ readonly response: StoredResponse; readonly evidence: Evidence }> => {
  const response = await ownResponse(repositories, who, responseId);
  const evidence = await repositories.evidence.ofResponseById(responseId, evidenceId);
  if (evidence === null || evidence.takenOffAt !== null) throw accessProblem('notFound');
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
