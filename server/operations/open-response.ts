import type { StoredResponse } from '../persistence/responses.js';
import { AlreadyThere } from '../persistence/store.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { emptyResponse } from '../survey/response.js';
import { roundState } from '../survey/round-state.js';
import { noUses } from '../survey/uses.js';
import { editionOf } from './edition-of.js';
import { ownEstablishment, ownRound } from './own-establishment.js';
import { actorOf, type OnBehalf } from './respondent.js';

/**
 * The respondent's response in a round, begun now if it was not yet. Doing it twice is the same as once.
 * Throws roundUnknown, roundClosed.
 */
export const openResponse = async (site: Site, who: OnBehalf, roundId: string): Promise<StoredResponse> => {
  const { clock, random, store } = site;
  const round = await ownRound(site, await ownEstablishment(site, who), roundId);
  const there = await store.responses.ofRound(who.establishmentId, roundId);
  if (there !== null) return there;
  if (roundState(round) !== 'open') throw siteProblem('roundClosed');
  const now = clock.now();
  const begun: StoredResponse = {
    ...emptyResponse(editionOf(site, round.editionId), { id: random.uuid(), establishmentId: who.establishmentId, roundId }),
    questionRevisions: {},
    uses: noUses,
    version: 0,
    createdAt: now,
    updatedAt: now,
  };
  const entryId = random.uuid();
  try {
    await store.transaction(async (within) => {
      await within.responses.add(begun);
      await within.auditEntries.add({
        id: entryId,
        at: now,
        actor: actorOf(who),
        action: 'response.open',
        establishmentId: who.establishmentId,
        subject: { kind: 'response', id: begun.id },
        facts: {},
      });
    });
    return begun;
  } catch (error) {
    // Another tab began it in the same moment; the unique index let one of them through.
    const winner = error instanceof AlreadyThere ? await store.responses.ofRound(who.establishmentId, roundId) : null;
    if (winner === null) throw error;
    return winner;
  }
};
