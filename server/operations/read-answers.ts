import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { reachedResponse } from './reach.js';
import { recordLook } from './record-look.js';
import { formOf, type ResponseForm } from './response-form.js';

/**
 * The answers of an establishment to somebody whose roles reach them. That they were read is written down first.
 * Throws notFound for a response out of reach exactly as for one that does not exist.
 */
export const readAnswers = async (site: Site, who: AccountHolder, responseId: string): Promise<ResponseForm> => {
  const response = await reachedResponse(site, who, responseId);
  if (response === null) throw accessProblem('notFound');
  const { establishmentId, revision } = response;
  const subject = { kind: 'response', id: responseId } as const;
  const by = holderActor(who);
  await recordLook(site, by, { action: 'response.read', establishmentId, subject, facts: { revision } });
  return formOf(site, { establishmentId, sessionId: who.sessionId, by }, response);
};
