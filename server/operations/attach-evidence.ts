import { inspectFile } from '../evidence/inspect.js';
import type { Evidence, EvidenceContent } from '../persistence/evidence.js';
import type { StoredResponse } from '../persistence/responses.js';
import { accessProblem } from '../problem/access-problems.js';
import { evidenceProblem } from '../problem/evidence-problems.js';
import type { Site } from '../site.js';
import { type EvidenceMonths, evidenceLimits, takesEvidence } from '../survey/evidence.js';
import { questionsOf } from '../survey/form-fields.js';
import { evidenceName } from './evidence-name.js';
import { assertRoundOpen, editionWithin, evidenceAttempts, withChangedEvidence } from './own-evidence.js';
import { ownResponse } from './own-response.js';
import { actorOf, limitFacts, type OnBehalf } from './respondent.js';
import { sha256 } from './sha256.js';

/** A file as it was sent. */
export interface SentFile {
  readonly bytes: Uint8Array;
  /** As the browser said; any text. */
  readonly name: string;
}

export interface EvidenceToAttach extends SentFile {
  readonly responseId: string;
  readonly question: string;
  readonly months: EvidenceMonths;
  /** Whether the respondent agreed that the place where a picture was taken is kept. */
  readonly keepPlace: boolean;
}

/** `already`: the same file was attached to this question before; of it the period alone is what was said now. */
export interface Attached {
  readonly outcome: 'attached' | 'already';
  readonly evidence: Evidence;
}

type Content = EvidenceContent & Pick<Evidence, 'type' | 'place'>;

const contentOf = async (site: Site, { bytes, name, keepPlace }: EvidenceToAttach): Promise<Content> => {
  const kind = await inspectFile(bytes, name);
  // As it came, byte for byte: a PDF may be signed.
  if (kind === 'pdf') return { type: 'application/pdf', file: bytes, thumbnail: null, place: null };
  const picture = await site.pictures.keep({ bytes, kind, name, keepPlace });
  return { type: 'image/jpeg', file: picture.bytes, thumbnail: picture.thumbnail, place: picture.place };
};

/** Throws questionFull and responseFull. */
const assertRoom = (there: readonly Evidence[], { question, name }: EvidenceToAttach, size: number): void => {
  const { filesOfQuestion, filesOfResponse, bytesOfResponse } = evidenceLimits;
  const ofQuestion = there.filter((one) => one.question === question && one.takenOffAt === null);
  if (ofQuestion.length >= filesOfQuestion) throw evidenceProblem('questionFull', { name, limit: filesOfQuestion });
  // Those that were taken off take room as well: attaching and removing over and over must not fill the store.
  const bytes = there.reduce((sum, one) => sum + one.size, size);
  if (there.length >= filesOfResponse || bytes > bytesOfResponse)
    throw evidenceProblem('responseFull', { name, files: filesOfResponse, limit: bytesOfResponse / 1024 ** 2 });
};

/** Keeps what a file now says, with the response and the audit entry as one. Tells whether nobody else changed the response. */
const keep = (
  site: Site,
  who: OnBehalf,
  response: StoredResponse,
  { evidence, content }: { readonly evidence: Evidence; readonly content: EvidenceContent | null },
): Promise<boolean> => {
  const now = site.clock.now();
  const entryId = site.random.uuid();
  return site.store.transaction(async (within) => {
    if (!(await within.responses.replace(withChangedEvidence(response, now), response.revision))) return false;
    if (content === null) await within.evidence.change(evidence);
    else await within.evidence.add(evidence, content);
    await within.auditEntries.add({
      id: entryId,
      at: now,
      actor: actorOf(who),
      action: 'evidence.add',
      establishmentId: who.establishmentId,
      subject: { kind: 'evidence', id: evidence.id },
      facts: { response: response.id, question: evidence.question, size: evidence.size, sha256: evidence.sha256, ...limitFacts(who) },
    });
    return true;
  });
};

/**
 * Attaches a file to an answer and a period. The same file attached twice to a question is there once.
 * Throws notFound (also for a question that takes none), roundClosed, and the Problems of evidence, which name the file.
 */
export const attachEvidence = async (site: Site, who: OnBehalf, sent: EvidenceToAttach): Promise<Attached> => {
  // Consents are the establishment's alone to give.
  const keepPlace = sent.keepPlace && who.limits === undefined;
  const toAttach = { ...sent, name: evidenceName(sent.name), keepPlace };
  const { responseId, question, months } = toAttach;
  const receivedSha256 = sha256(sent.bytes);
  let content: Content | null = null;
  for (let attempt = 0; attempt < evidenceAttempts; attempt++) {
    const response = await ownResponse(site.store, who, responseId);
    const asked = questionsOf(await editionWithin(site, who, response));
    if (!asked.some((one) => one.id === question && takesEvidence(one))) throw accessProblem('notFound');
    await assertRoundOpen(site, who, response);
    const there = await site.store.evidence.ofResponse(responseId);
    const same = there.find((one) => one.question === question && one.receivedSha256 === receivedSha256);
    if (same !== undefined) {
      const again: Evidence = { ...same, months, takenOffAt: null };
      const isAsItWas = same.takenOffAt === null && months.join() === same.months.join();
      const outcome = same.takenOffAt === null ? 'already' : 'attached';
      if (isAsItWas || (await keep(site, who, response, { evidence: again, content: null }))) return { outcome, evidence: again };
      continue;
    }
    assertRoom(there, toAttach, 0);
    content ??= await contentOf(site, toAttach);
    const { file, type, place } = content;
    assertRoom(there, toAttach, file.length);
    const evidence: Evidence = {
      id: site.random.uuid(),
      responseId,
      establishmentId: who.establishmentId,
      question,
      months,
      name: toAttach.name,
      type,
      size: file.length,
      sha256: sha256(file),
      receivedSha256,
      place,
      addedAt: site.clock.now(),
      takenOffAt: null,
    };
    if (await keep(site, who, response, { evidence, content })) return { outcome: 'attached', evidence };
  }
  throw new Error(`A response changed ${evidenceAttempts} times while a file was being attached to it`);
};
