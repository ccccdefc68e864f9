import { withoutExif } from '../evidence/jpeg-exif.js';
import { evidenceProblem } from '../problem/evidence-problems.js';
import type { Site } from '../site.js';
import { ownEvidence } from './own-evidence.js';
import type { EvidenceNamed } from './read-evidence.js';
import { actorOf, limitFacts, type OnBehalf } from './respondent.js';
import { sha256 } from './sha256.js';

/**
 * Takes the consent to the place of a picture back, also after the round has closed: the place goes from the picture and from what is known of
 * it, and nothing of what is drawn changes. A version that was submitted with it keeps the hash that the file had then.
 * Throws notFound, evidenceGone.
 */
export const forgetPlace = async (site: Site, who: OnBehalf, named: EvidenceNamed): Promise<void> => {
  const { response, evidence } = await ownEvidence(site, who, named);
  if (evidence.place === null) return;
  const stored = await site.store.evidence.content(evidence, 'file');
  if (stored === null) throw evidenceProblem('evidenceGone', { name: evidence.name });
  const file = withoutExif(stored);
  const now = site.clock.now();
  const entryId = site.random.uuid();
  await site.store.transaction(async (within) => {
    const changed = { ...evidence, place: null, size: file.length, sha256: sha256(file) };
    if (!(await within.evidence.changeContent(changed, file))) return;
    await within.auditEntries.add({
      id: entryId,
      at: now,
      actor: actorOf(who),
      action: 'evidence.forgetPlace',
      establishmentId: who.establishmentId,
      subject: { kind: 'evidence', id: evidence.id },
      facts: { response: response.id, sha256: changed.sha256, ...limitFacts(who) },
    });
  });
};
