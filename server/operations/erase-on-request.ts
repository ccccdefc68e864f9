import type { StoredResponse } from '../persistence/responses.js';
import { accessProblem } from '../problem/access-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { type ErasableKind, type Erasure, erasable, erase } from './erase-contact.js';
import { wholeReason } from './record-look.js';

/** Erases everything that `erasable` names of some responses, or says what that would be. Throws the Problem changedMeanwhile. */
export const eraseAll = async (
  site: Site,
  responses: readonly StoredResponse[],
  why: Parameters<typeof erase>[3],
  kinds: readonly ErasableKind[],
  dryRun: boolean,
): Promise<readonly Erasure[]> => {
  const erasures: Erasure[] = [];
  for (const response of responses) {
    const erasure = await erasable(site, response, kinds);
    if (erasure === null) continue;
    if (!dryRun && !(await erase(site, response, erasure, why))) throw siteProblem('changedMeanwhile');
    erasures.push(erasure);
  }
  return erasures;
};

/**
 * Erases what an establishment may have erased: drafts, who answered, and the bills that were attached. The figures that were submitted stay.
 * Throws the Problems establishmentUnknown, reasonNeeded and changedMeanwhile.
 */
export const eraseOnRequest = async (
  site: Site,
  establishmentId: string,
  { reason, dryRun }: { readonly reason: string; readonly dryRun: boolean },
): Promise<readonly Erasure[]> => {
  const why = wholeReason(reason);
  if ((await site.store.establishments.byId(establishmentId)) === null)
    throw accessProblem('establishmentUnknown', { id: establishmentId }, 'ESTABLISHMENT');
  const responses = await site.store.responses.ofEstablishment(establishmentId);
  return eraseAll(site, responses, { action: 'privacy.erase', reason: why }, ['contact', 'evidence', 'comment'], dryRun);
};
