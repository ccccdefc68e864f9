import type { AuditAction } from '../persistence/audit-entries.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Repositories } from '../persistence/store.js';
import type { Site } from '../site.js';
import type { KeptKind } from '../survey/retention-rules.js';
import { withoutQuestions } from '../survey/without-questions.js';
import { operator } from './account-holder.js';
import { editionOf } from './edition-of.js';

/** What is, or would be, erased of one response. */
export interface Erasure {
  readonly responseId: string;
  readonly establishmentId: string;
  /** The whole draft, who answered (and whatever else goes with it), files, or what lies beside. */
  readonly what: 'draft' | 'contact' | 'evidence' | 'beside';
  /** Questions whose answers go; all of them for a draft. */
  readonly questions: readonly string[];
  /** Ids of the attached files that go. */
  readonly files: readonly string[];
  /** What lies beside the answers: comments, kept drafts, who was let fill in. All of it goes. */
  readonly beside: number;
}

const besideOf = async ({ store }: Site, responseId: string): Promise<number> => {
  const [comments, drafts, delegations] = await Promise.all([
    store.comments.ofResponse(responseId),
    store.keptDrafts.ofResponse(responseId),
    store.delegations.ofResponse(responseId),
  ]);
  return comments.length + drafts.length + delegations.length;
};

/** Removes what lies beside the answers of a response, and whatever lets a delegate in. */
const removeBeside = async (within: Repositories, responseId: string): Promise<void> => {
  await within.comments.removeOfResponse(responseId);
  await within.keptDrafts.removeOfResponse(responseId);
  for (const { id } of await within.delegations.ofResponse(responseId)) {
    await within.invitations.removeOfDelegation(id);
    await within.sessions.removeOfDelegation(id);
  }
  await within.delegations.removeOfResponse(responseId);
};

/** What of a submitted response is to go. */
export type ErasableKind = Extract<KeptKind, 'contact' | 'evidence' | 'comment'>;

/**
 * What can be erased of a response: all of it while nothing was submitted, else who answered and how to reach them, the bills that were
 * attached, and what was said and kept beside. The figures that were submitted stay: they are the ground of statistics. Null: there is nothing left to erase.
 */
export const erasable = async (site: Site, response: StoredResponse, kinds: readonly ErasableKind[]): Promise<Erasure | null> => {
  const { id: responseId, establishmentId } = response;
  const attached = (await site.store.evidence.ofResponse(responseId)).map(({ id }) => id);
  const around = await besideOf(site, responseId);
  if (response.version === 0)
    return { responseId, establishmentId, what: 'draft', questions: Object.keys(response.answers), files: attached, beside: around };
  const { contact } = (await editionOf(site, response)).profile;
  const versions = await site.store.responseVersions.ofResponse(responseId);
  const named = contact.filter((id) => [response, ...versions].some(({ answers }) => id in answers));
  const questions = kinds.includes('contact') ? named : [];
  const files = kinds.includes('evidence') ? attached : [];
  const beside = kinds.includes('comment') ? around : 0;
  if (questions.length + files.length + beside === 0) return null;
  const what = questions.length > 0 ? 'contact' : files.length > 0 ? 'evidence' : 'beside';
  return { responseId, establishmentId, what, questions, files, beside };
};

/** Erases it, and writes down that it was done and why, never what it was. Tells whether nobody changed the response meanwhile. */
export const erase = async (
  site: Site,
  response: StoredResponse,
  { what, questions, files, beside }: Erasure,
  why: { readonly action: Extract<AuditAction, 'privacy.erase' | 'privacy.retention'>; readonly reason: string },
): Promise<boolean> => {
  const now = site.clock.now();
  const entryId = site.random.uuid();
  return site.store.transaction(async (within) => {
    if (what === 'draft') {
      if (!(await within.responses.removeDraft(response.id))) return false;
      // Also what was attached since it was looked for: nothing may be left that belongs to nobody.
      await within.evidence.remove((await within.evidence.ofResponse(response.id)).map(({ id }) => id));
    } else {
      const left = withoutQuestions(response, questions);
      const next: StoredResponse = { ...response, ...left, revision: response.revision + 1, updatedAt: now };
      if (!(await within.responses.replace(next, response.revision))) return false;
      for (const version of await within.responseVersions.ofResponse(response.id)) await within.responseVersions.erase(version, questions);
      if (files.length > 0) await within.evidence.remove(files);
    }
    if (what === 'draft' || beside > 0) await removeBeside(within, response.id);
    await within.auditEntries.add({
      id: entryId,
      at: now,
      actor: operator,
      action: why.action,
      establishmentId: response.establishmentId,
      subject: { kind: 'response', id: response.id },
      facts: { what, questions: questions.length, files: files.length, beside },
      reason: why.reason,
    });
    return true;
  });
};
