import type { Establishment } from '../persistence/establishments.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Round } from '../persistence/rounds.js';
import { AlreadyThere } from '../persistence/store.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import { type Form, forms } from '../survey/form.js';
import { formOfEstablishment } from '../survey/form-of-establishment.js';
import { emptyResponse } from '../survey/response.js';
import { roundState } from '../survey/round-state.js';
import { noUses } from '../survey/uses.js';
import { bankOf } from './edition-of.js';
import { ownEstablishment, ownRound } from './own-establishment.js';
import { recordEdition } from './record-edition.js';
import { actorOf, type OnBehalf } from './respondent.js';

/** The form to begin with: what the register says, else what was chosen; where there is one form alone, that one. */
const editionToBegin = (site: Site, establishment: Establishment, round: Round, chosen: string | null): Edition => {
  const bank = bankOf(site, round);
  const registered = formOfEstablishment(establishment);
  const there = forms.filter((form) => bank.forms[form] !== undefined);
  const wanted = registered !== null && there.includes(registered) ? registered : there.length === 1 ? there[0] : chosen;
  const edition = site.catalog.surveys.editions[bank.forms[wanted as Form] ?? ''];
  if (edition === undefined) throw siteProblem('formNeeded', {}, 'form');
  return edition;
};

/**
 * The respondent's response in a round, begun now if it was not yet. Doing it twice is the same as once.
 * @param chosen the form the respondent chose; it counts where the register does not say which
 * Throws roundUnknown, roundClosed, formNeeded.
 */
export const openResponse = async (site: Site, who: OnBehalf, roundId: string, chosen: string | null = null): Promise<StoredResponse> => {
  const { clock, random, store } = site;
  const establishment = await ownEstablishment(site, who);
  const round = await ownRound(site, establishment, roundId);
  const there = await store.responses.ofRound(who.establishmentId, roundId);
  if (there !== null) return there;
  if (roundState(round) !== 'open') throw siteProblem('roundClosed');
  const edition = editionToBegin(site, establishment, round, chosen);
  await recordEdition(site, edition);
  const now = clock.now();
  const begun: StoredResponse = {
    ...emptyResponse(edition, { id: random.uuid(), establishmentId: who.establishmentId, roundId }),
    questionRevisions: {},
    authors: {},
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
