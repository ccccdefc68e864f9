import type { Evidence } from '../persistence/evidence.js';
import type { ResponseVersion } from '../persistence/response-versions.js';
import type { StoredResponse } from '../persistence/responses.js';
import { accessProblem } from '../problem/access-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import type { AttachedEvidence } from '../survey/evidence.js';
import { roundState } from '../survey/round-state.js';
import { toActivityData } from '../survey/to-activity-data.js';
import { canonicalHash } from './canonical.js';
import { computeInventory } from './compute-inventory.js';
import { editionToAnswer } from './edition-of.js';
import { groupStanding } from './group-standing.js';
import { inventoryRequestOf } from './inventory-request.js';
import { ownResponse } from './own-response.js';
import { type Receipt, receiptOf } from './receipt.js';
import { recordCatalog } from './record-catalog.js';
import { actorOf, authorOf, limitFacts, type OnBehalf } from './respondent.js';
import { formOf, type ResponseForm } from './response-form.js';

export type SubmitOutcome =
  | { readonly outcome: 'submitted' | 'already'; readonly receipt: Receipt }
  /** Findings that block submission stand in `form.state`. */
  | { readonly outcome: 'blocked'; readonly form: ResponseForm }
  /** Answers were changed since the page was made; what would be submitted is not what was seen. */
  | { readonly outcome: 'conflict'; readonly form: ResponseForm };

const attempts = 10;

/** A file as a version keeps it. */
const attached = ({ id, question, months, type, size, sha256, receivedSha256 }: Evidence): AttachedEvidence => ({
  id,
  question,
  months,
  type,
  size,
  sha256,
  receivedSha256,
});

const alreadySubmitted = async (site: Site, stored: StoredResponse, revision: number): Promise<ResponseVersion | null> => {
  if (stored.status !== 'submitted') return null;
  const latest = await site.store.responseVersions.byVersion(stored.id, stored.version);
  if (latest === null) throw new Error('A submitted response has no version');
  return revision === latest.revision || revision === stored.revision ? latest : null;
};

/** Writes the version, its inventory, the new state and the audit entry as one. Tells whether nobody else changed the response. */
const keep = async (site: Site, who: OnBehalf, stored: StoredResponse, edition: Edition, version: ResponseVersion): Promise<boolean> => {
  const surveyed = toActivityData(edition, stored, site.catalog);
  const request = inventoryRequestOf(surveyed);
  const inventory = computeInventory(site, request);
  const standing = groupStanding(edition, stored, inventory);
  await recordCatalog(site);
  const inventoryId = site.random.uuid();
  const entryId = site.random.uuid();
  return site.store.transaction(async (within) => {
    const next: StoredResponse = {
      ...stored,
      status: 'submitted',
      version: version.version,
      revision: stored.revision + 1,
      updatedAt: version.submittedAt,
    };
    if (!(await within.responses.replace(next, stored.revision))) return false;
    await within.responseVersions.add(version);
    await within.inventories.add({
      id: inventoryId,
      responseId: stored.id,
      establishmentId: stored.establishmentId,
      roundId: stored.roundId,
      version: version.version,
      request,
      notes: surveyed.notes,
      inventory,
      catalogHash: site.catalog.hash,
      computedAt: version.submittedAt,
    });
    if (standing === null) await within.standings.remove(stored.id);
    else await within.standings.put(standing);
    await within.auditEntries.add({
      id: entryId,
      at: version.submittedAt,
      actor: actorOf(who),
      action: 'response.submit',
      establishmentId: who.establishmentId,
      subject: { kind: 'response', id: stored.id },
      facts: { version: version.version, receipt: version.id, hash: version.hash, ...limitFacts(who) },
    });
    return true;
  });
};

/**
 * Submits a response as the page showed it: the edit rules run again here, whatever the browser said. Submitting twice is the same as
 * once and gives the same receipt.
 * @param revision the revision the page was made from
 * Throws notFound, roundClosed.
 */
export const submitResponse = async (
  site: Site,
  who: OnBehalf,
  { responseId, revision }: { readonly responseId: string; readonly revision: number },
): Promise<SubmitOutcome> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const stored = await ownResponse(site.store, who, responseId);
    if (who.limits?.maySubmit === false) throw accessProblem('notFound');
    const before = await alreadySubmitted(site, stored, revision);
    if (before !== null) return { outcome: 'already', receipt: receiptOf(before) };
    const form = await formOf(site, who, stored);
    if (roundState(form.round) !== 'open') throw siteProblem('roundClosed');
    if (stored.revision !== revision) return { outcome: 'conflict', form };
    if (!form.state.maySubmit) return { outcome: 'blocked', form };
    // A delegate sees a part of the questionnaire and no files; what is submitted is the whole.
    const edition = await editionToAnswer(site, stored);
    const { answers, reasons, origins, corrections } = stored;
    const evidence = (await site.store.evidence.ofResponse(stored.id)).filter(({ takenOffAt }) => takenOffAt === null).map(attached);
    const version: ResponseVersion = {
      id: site.random.uuid(),
      responseId: stored.id,
      establishmentId: stored.establishmentId,
      roundId: stored.roundId,
      editionId: stored.editionId,
      editionHash: edition.hash,
      version: stored.version + 1,
      revision,
      answers,
      reasons,
      origins,
      corrections,
      evidence,
      // Without anything attached the hash is what it was before anything could be.
      hash: canonicalHash(evidence.length === 0 ? { answers, reasons } : { answers, reasons, evidence }),
      erased: [],
      submittedAt: site.clock.now(),
      authors: stored.authors,
      submittedBy: authorOf(who),
    };
    if (await keep(site, who, stored, edition, version)) return { outcome: 'submitted', receipt: receiptOf(version) };
  }
  throw new Error(`A response changed ${attempts} times while it was being submitted`);
};
