import type { Site } from '../site.js';
import { assertRoundOpen, evidenceAttempts, ownEvidence, withChangedEvidence } from './own-evidence.js';
import type { EvidenceNamed } from './read-evidence.js';
import { actorOf, limitFacts, type OnBehalf } from './respondent.js';

/**
 * Takes a file off the answers. What no submitted version names is removed for good; what one names is kept with it, out of sight.
 * Throws notFound, roundClosed.
 */
export const removeEvidence = async (
  site: Site,
  who: OnBehalf,
  named: EvidenceNamed,
): Promise<{ readonly responseId: string; readonly question: string }> => {
  for (let attempt = 0; attempt < evidenceAttempts; attempt++) {
    const { response, evidence } = await ownEvidence(site, who, named);
    await assertRoundOpen(site, who, response);
    const versions = await site.store.responseVersions.ofResponse(response.id);
    const isSubmitted = versions.some((version) => version.evidence.some(({ id }) => id === evidence.id));
    const now = site.clock.now();
    const entryId = site.random.uuid();
    const won = await site.store.transaction(async (within) => {
      if (!(await within.responses.replace(withChangedEvidence(response, now), response.revision))) return false;
      if (isSubmitted) await within.evidence.change({ ...evidence, takenOffAt: now });
      else await within.evidence.remove([evidence.id]);
      await within.auditEntries.add({
        id: entryId,
        at: now,
        actor: actorOf(who),
        action: 'evidence.remove',
        establishmentId: who.establishmentId,
        subject: { kind: 'evidence', id: evidence.id },
        facts: {
          response: response.id,
          question: evidence.question,
          kept: isSubmitted ? 'in a submitted version' : 'no',
          ...limitFacts(who),
        },
      });
      return true;
    });
    if (won) return { responseId: response.id, question: evidence.question };
  }
  throw new Error(`A response changed ${evidenceAttempts} times while a file was being taken off it`);
};
