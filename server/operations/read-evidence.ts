import type { Evidence, EvidencePart } from '../persistence/evidence.js';
import type { Round } from '../persistence/rounds.js';
import { accessProblem } from '../problem/access-problems.js';
import { evidenceProblem } from '../problem/evidence-problems.js';
import type { Site } from '../site.js';
import type { Edition, Question } from '../survey/edition.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { editionOf } from './edition-of.js';
import { evidenceFileName } from './evidence-name.js';
import { ownEvidence } from './own-evidence.js';
import { reachedResponse } from './reach.js';
import { recordLook } from './record-look.js';
import type { OnBehalf } from './respondent.js';
import { formOf, type ResponseForm } from './response-form.js';
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

/** The question a file is attached to; null: the edition that is answered by now does not ask it. */
const questionOf = (edition: Edition, { question: id }: Evidence): Question | null =>
  edition.sections.flatMap(({ questions }) => questions).find((one) => one.id === id) ?? null;

/** A respondent's own file, with its response. Throws notFound. */
export const readEvidenceItem = async (
  site: Site,
  who: OnBehalf,
  named: EvidenceNamed,
): Promise<{ readonly form: ResponseForm; readonly evidence: Evidence; readonly question: Question | null }> => {
  const { response, evidence } = await ownEvidence(site, who, named);
  const form = await formOf(site, who, response);
  return { form, evidence, question: questionOf(form.edition, evidence) };
};

/** A copy of a respondent's own file. Throws notFound, evidenceGone. */
export const readOwnEvidence = async (site: Site, who: OnBehalf, named: EvidenceNamed, part: EvidencePart): Promise<EvidenceCopy> =>
  copyOf(site, (await ownEvidence(site, who, named)).evidence, part);

/**
 * What is known of a file, to somebody whose roles reach its response. That it was looked at is written down first.
 * Throws notFound for one out of reach exactly as for one that does not exist.
 */
export const lookAtEvidence = async (
  site: Site,
  who: AccountHolder,
  { responseId, evidenceId }: EvidenceNamed,
): Promise<{ readonly evidence: Evidence; readonly question: Question | null; readonly round: Round }> => {
  const response = await reachedResponse(site, who, responseId);
  const evidence = await site.store.evidence.ofResponseById(responseId, evidenceId);
  if (response === null || evidence === null) throw accessProblem('notFound');
  const round = await site.store.rounds.byId(response.roundId);
  if (round === null) throw new Error('A response is in a round that does not exist');
  await recordLook(site, holderActor(who), {
    action: 'evidence.read',
    establishmentId: evidence.establishmentId,
    subject: { kind: 'evidence', id: evidence.id },
    facts: { response: responseId, question: evidence.question },
  });
  return { evidence, question: questionOf(await editionOf(site, response), evidence), round };
};

/** A copy of the file, to the same. Throws notFound, evidenceGone. */
export const readEvidence = async (site: Site, who: AccountHolder, named: EvidenceNamed): Promise<EvidenceCopy> =>
  copyOf(site, (await lookAtEvidence(site, who, named)).evidence, 'file');
