import type { Evidence, EvidencePart } from '../persistence/evidence.js';
import { accessProblem } from '../problem/access-problems.js';
import { evidenceProblem } from '../problem/evidence-problems.js';
import type { Site } from '../site.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { evidenceFileName } from './evidence-name.js';
import { ownEvidence } from './own-evidence.js';
import { reachedResponse } from './reach.js';
import { recordLook } from './record-look.js';
import type { OnBehalf } from './respondent.js';
import { sha256 } from './sha256.js';

/** Which file of which response. */
export interface EvidenceNamed {
  readonly responseId: string;
  readonly evidenceId: string;
}

/** A copy of a file, or the small picture of one. */
export interface EvidenceCopy {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly type: string;
}

/** Throws notFound where a PDF has no small picture, evidenceGone for a file that is not what was stored. */
const copyOf = async (site: Site, evidence: Evidence, part: EvidencePart): Promise<EvidenceCopy> => {
  if (part === 'thumbnail' && evidence.type === 'application/pdf') throw accessProblem('notFound');
  const bytes = await site.store.evidence.content(evidence, part);
  if (bytes === null || (part === 'file' && sha256(bytes) !== evidence.sha256))
    throw evidenceProblem('evidenceGone', { name: evidence.name });
  return { bytes, fileName: evidenceFileName(evidence), type: evidence.type };
};

/** A respondent's own file. Throws notFound, evidenceGone. */
export const readOwnEvidence = async (site: Site, who: OnBehalf, named: EvidenceNamed, part: EvidencePart): Promise<EvidenceCopy> =>
  copyOf(site, (await ownEvidence(site.store, who, named)).evidence, part);

/**
 * What is known of a file, to somebody whose roles reach its response. That it was looked at is written down first.
 * Throws notFound for one out of reach exactly as for one that does not exist.
 */
export const lookAtEvidence = async (site: Site, who: AccountHolder, { responseId, evidenceId }: EvidenceNamed): Promise<Evidence> => {
  const response = await reachedResponse(site, who, responseId);
  const evidence = await site.store.evidence.ofResponseById(responseId, evidenceId);
  if (response === null || evidence === null) throw accessProblem('notFound');
  await recordLook(site, holderActor(who), {
    action: 'evidence.read',
    establishmentId: evidence.establishmentId,
    subject: { kind: 'evidence', id: evidence.id },
    facts: { response: responseId, question: evidence.question },
  });
  return evidence;
};

/** The file itself, to the same. Throws notFound, evidenceGone. */
export const readEvidence = async (site: Site, who: AccountHolder, named: EvidenceNamed, part: EvidencePart): Promise<EvidenceCopy> =>
  copyOf(site, await lookAtEvidence(site, who, named), part);
