import type { AuditAction } from '../persistence/audit-entries.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Site } from '../site.js';
import { withoutQuestions } from '../survey/without-questions.js';
import { operator } from './account-holder.js';
import { editionOf } from './edition-of.js';

/** What is, or would be, erased of one response. */
export interface Erasure {
  readonly responseId: string;
  readonly establishmentId: string;
  /** The whole draft, or who answered. */
  readonly what: 'draft' | 'contact';
  /** Questions whose answers go; all of them for a draft. */
  readonly questions: readonly string[];
}

/**
 * What can be erased of a response: all of it while nothing was submitted, else who answered and how to reach them. What was submitted
 * stays: it is the ground of statistics. Null: there is nothing left to erase.
 */
export const erasable = async (site: Site, response: StoredResponse): Promise<Erasure | null> => {
  const { id: responseId, establishmentId } = response;
  if (response.version === 0) return { responseId, establishmentId, what: 'draft', questions: Object.keys(response.answers) };
  const { contact } = (await editionOf(site, response)).profile;
  const versions = await site.store.responseVersions.ofResponse(responseId);
  const questions = contact.filter((id) => [response, ...versions].some(({ answers }) => id in answers));
  return questions.length === 0 ? null : { responseId, establishmentId, what: 'contact', questions };
};

/** Erases it, and writes down that it was done and why, never what it was. Tells whether nobody changed the response meanwhile. */
export const erase = async (
  site: Site,
  response: StoredResponse,
  { what, questions }: Erasure,
  why: { readonly action: Extract<AuditAction, 'privacy.erase' | 'privacy.retention'>; readonly reason: string },
): Promise<boolean> => {
  const now = site.clock.now();
  const entryId = site.random.uuid();
  return site.store.transaction(async (within) => {
    if (what === 'draft') {
      if (!(await within.responses.removeDraft(response.id))) return false;
    } else {
      const left = withoutQuestions(response, questions);
      const next: StoredResponse = { ...response, ...left, revision: response.revision + 1, updatedAt: now };
      if (!(await within.responses.replace(next, response.revision))) return false;
      for (const version of await within.responseVersions.ofResponse(response.id)) await within.responseVersions.erase(version, questions);
    }
    await within.auditEntries.add({
      id: entryId,
      at: now,
      actor: operator,
      action: why.action,
      establishmentId: response.establishmentId,
      subject: { kind: 'response', id: response.id },
      facts: { what, questions: questions.length },
      reason: why.reason,
    });
    return true;
  });
};
