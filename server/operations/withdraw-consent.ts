import type { StoredResponse } from '../persistence/responses.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { usesOf } from '../survey/allowed-uses.js';
import { answersFromForm, askedField } from '../survey/form-fields.js';
import { type Withdrawable, withdrawable } from '../survey/uses.js';
import { editionToAnswer } from './edition-of.js';
import { ownResponse } from './own-response.js';
import { actorOf, type OnBehalf } from './respondent.js';

const attempts = 10;

const isWithdrawable = (use: string): use is Withdrawable => (withdrawable as readonly string[]).includes(use);

/**
 * Takes a consent back, also after the round has closed and without touching what was submitted: from the next query on the answers are
 * not used for it. Taking it back twice is the same as once. It is given again in the form.
 * Throws notFound, useUnknown.
 */
export const withdrawConsent = async (site: Site, who: OnBehalf, responseId: string, use: string): Promise<void> => {
  if (!isWithdrawable(use)) throw siteProblem('useUnknown', {}, 'use');
  for (let attempt = 0; attempt < attempts; attempt++) {
    const stored = await ownResponse(site.store, who, responseId);
    const edition = await editionToAnswer(site, stored);
    const question = edition.profile.consents[use];
    if (question === null || !stored.uses[use]) return;
    // As if its box had been posted without a tick.
    const { answers } = answersFromForm(edition, new Map([[askedField, [question]]]), stored.answers);
    const now = site.clock.now();
    const revision = stored.revision + 1;
    const next: StoredResponse = {
      ...stored,
      answers,
      uses: usesOf(edition, answers),
      questionRevisions: { ...stored.questionRevisions, [question]: revision },
      revision,
      updatedAt: now,
    };
    const entryId = site.random.uuid();
    const won = await site.store.transaction(async (within) => {
      if (!(await within.responses.replace(next, stored.revision))) return false;
      await within.auditEntries.add({
        id: entryId,
        at: now,
        actor: actorOf(who),
        action: 'consent.withdraw',
        establishmentId: stored.establishmentId,
        subject: { kind: 'response', id: stored.id },
        facts: { use, revision },
      });
      return true;
    });
    if (won) return;
  }
  throw new Error(`A response changed ${attempts} times while a consent was being taken back`);
};
