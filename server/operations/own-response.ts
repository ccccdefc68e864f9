import type { StoredResponse } from '../persistence/responses.js';
import type { Repositories } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import { assertWithin } from './limited-form.js';
import type { OnBehalf } from './respondent.js';

/** A respondent's own response, or the one somebody was let fill in. Throws notFound for another's exactly as for one that does not exist. */
export const ownResponse = async (repositories: Repositories, who: OnBehalf, responseId: string): Promise<StoredResponse> => {
  assertWithin(who, responseId);
  const response = await repositories.responses.ownById(responseId, who.establishmentId);
  if (response === null) throw accessProblem('notFound');
  return response;
};
