import { isDeepStrictEqual } from 'node:util';
import type { KeptDraft } from '../persistence/kept-drafts.js';
import type { StoredResponse } from '../persistence/responses.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { usesOf } from '../survey/allowed-uses.js';
import { type Correction, correctionsByHand, correctionsTaken, type TakenSuggestion } from '../survey/correction.js';
import type { Edition } from '../survey/edition.js';
import { answersFromForm, fieldsFromAnswers, type RejectedField } from '../survey/form-fields.js';
import { type Origins, originsAfter } from '../survey/origin.js';
import type { Reason } from '../survey/response.js';
import { roundState } from '../survey/round-state.js';
import { editionToAnswer } from './edition-of.js';
import { limitedEdition } from './limited-form.js';
import { ownResponse } from './own-response.js';
import { recordEdition } from './record-edition.js';
import { actorOf, authorOf, limitFacts, type OnBehalf } from './respondent.js';
import { formOf, type ResponseForm } from './response-form.js';

export interface AnswersToSave {
  readonly responseId: string;
  /** The revision the page was made from. */
  readonly revision: number;
  /** The revisions in which the page itself saved some of its questions since, by question. */
  readonly bases?: ReadonlyMap<string, number>;
  /** The posted fields of any questions; the others keep their answers. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** `page`: by a browser, so that what a table or a year lacks was lost on its way; left out: the fields are all there is. */
  readonly sent?: 'page';
  /** By the key of the finding; null takes a reason back. */
  readonly reasons?: ReadonlyMap<string, Reason | null>;
  /** Where answers come from, by question; those that are not here were typed. */
  readonly origins?: Origins;
  /** Questions on whose answers saving is a word: what stands there unchanged is confirmed. */
  readonly confirms?: readonly string[];
  /** Suggestions that were taken over on the page. */
  readonly taken?: readonly TakenSuggestion[];
  /** The version or kept draft that is brought back: what was not submitted yet is then kept as it was. */
  readonly restoring?: { readonly from: string };
}

export type SaveOutcome =
  | { readonly outcome: 'saved' | 'unchanged'; readonly form: ResponseForm; readonly rejected: readonly RejectedField[] }
  /** Somebody else changed the same questions since the page was made. Nothing was saved; both versions are here. */
  | {
      readonly outcome: 'conflict';
      /** As stored. Sending the fields again with its revision replaces it. */
      readonly form: ResponseForm;
      /** What this request would have stored, by field name. */
      readonly typed: ReadonlyMap<string, string>;
      readonly questions: readonly string[];
      readonly rejected: readonly RejectedField[];
    };

/** Another writer came first this often in a row: more than people can cause. */
const attempts = 10;

interface Changed {
  readonly questions: readonly string[];
  readonly reasons: StoredResponse['reasons'];
  readonly origins: Origins;
  readonly nothing: boolean;
}

/** Reasons for findings that the form of whoever saves has; others are not theirs to give. */
const reasonsToSave = ({ reasons }: AnswersToSave, who: OnBehalf, edition: Edition): AnswersToSave['reasons'] => {
  if (who.limits === undefined || reasons === undefined) return reasons;
  const theirs = new Set(edition.editRules.map(({ key }) => key));
  return new Map([...reasons].filter(([key]) => theirs.has(key)));
};

const changedBy = (
  response: StoredResponse,
  toSave: AnswersToSave,
  given: AnswersToSave['reasons'],
  answers: StoredResponse['answers'],
): Changed => {
  const questions = Object.keys(answers).filter((id) => !isDeepStrictEqual(answers[id], response.answers[id]));
  const reasons = new Map(Object.entries(response.reasons));
  for (const [key, reason] of given ?? []) {
    if (reason === null) reasons.delete(key);
    else reasons.set(key, reason);
  }
  const kept = Object.fromEntries(reasons);
  const origins = originsAfter(response.origins, { answers, changed: questions, seen: toSave.confirms ?? [], from: toSave.origins ?? {} });
  const nothing = questions.length === 0 && isDeepStrictEqual(kept, response.reasons) && isDeepStrictEqual(origins, response.origins);
  return { questions, reasons: kept, origins, nothing };
};

/** Suggestions taken over, and what somebody other than the respondent corrected without one. */
const correctionsIn = (
  edition: Edition,
  stored: StoredResponse,
  { taken = [] }: AnswersToSave,
  { answers, questions }: { readonly answers: StoredResponse['answers']; readonly questions: readonly string[] },
  accepted: Pick<Correction, 'by' | 'at' | 'revision'>,
): readonly Correction[] => {
  const offered = correctionsTaken(edition, stored.corrections, taken, answers, accepted);
  const byHand = accepted.by.accountId === null ? [] : questions.filter((id) => !offered.some(({ question }) => question === id));
  return [...stored.corrections, ...offered, ...correctionsByHand(edition, stored.answers, answers, byHand, accepted)];
};

const keptDraft = (id: string, response: StoredResponse, keptAt: Date): KeptDraft => ({
  id,
  responseId: response.id,
  establishmentId: response.establishmentId,
  editionId: response.editionId,
  editionHash: response.editionHash,
  revision: response.revision,
  answers: response.answers,
  reasons: response.reasons,
  keptAt,
});

/**
 * Saves what was typed as a draft, readable or not: nothing typed is refused for what it says. Saving the same twice is the same as
 * once. Questions that another page changed since `revision` are a conflict; other questions of that page are merged.
 * Throws notFound, roundClosed, fieldMissing (a revision there never was).
 */
export const saveAnswers = async (site: Site, who: OnBehalf, toSave: AnswersToSave): Promise<SaveOutcome> => {
  const { clock, random, store } = site;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const stored = await ownResponse(store, who, toSave.responseId);
    for (const [name, revision] of [['_revision', toSave.revision] as const, ...(toSave.bases ?? [])])
      if (!Number.isInteger(revision) || revision < 0 || revision > stored.revision) throw siteProblem('fieldMissing', { name }, name);
    const edition = await editionToAnswer(site, stored);
    const open = limitedEdition(edition, who);
    const { answers, rejected } = answersFromForm(open, toSave.fields, stored.answers, toSave.sent);
    const changed = changedBy(stored, toSave, reasonsToSave(toSave, who, open), answers);
    const form = await formOf(site, who, stored);
    const now = clock.now();
    const revision = stored.revision + 1;
    const actor = actorOf(who);
    const accepted = { by: { role: actor.role, accountId: actor.accountId }, at: now, revision };
    const corrections = correctionsIn(edition, stored, toSave, { answers, questions: changed.questions }, accepted);
    if (changed.nothing && corrections.length === stored.corrections.length) return { outcome: 'unchanged', form, rejected };
    if (roundState(form.round) !== 'open') throw siteProblem('roundClosed');
    const contested = changed.questions.filter((id) => (stored.questionRevisions[id] ?? 0) > (toSave.bases?.get(id) ?? toSave.revision));
    if (contested.length > 0) return { outcome: 'conflict', form, typed: fieldsFromAnswers(open, answers), questions: contested, rejected };
    if (edition.hash !== stored.editionHash) await recordEdition(site, edition);
    const author = authorOf(who);
    const next: StoredResponse = {
      ...stored,
      answers,
      reasons: changed.reasons,
      origins: changed.origins,
      corrections,
      uses: usesOf(edition, answers),
      questionRevisions: { ...stored.questionRevisions, ...Object.fromEntries(changed.questions.map((id) => [id, revision])) },
      authors: { ...stored.authors, ...Object.fromEntries(changed.questions.map((id) => [id, author])) },
      revision,
      editionHash: edition.hash,
      status: 'draft',
      updatedAt: now,
    };
    const entryId = random.uuid();
    const draft = toSave.restoring !== undefined && stored.status === 'draft' ? keptDraft(random.uuid(), stored, now) : null;
    const won = await store.transaction(async (within) => {
      if (!(await within.responses.replace(next, stored.revision))) return false;
      if (draft !== null) await within.keptDrafts.add(draft);
      await within.auditEntries.add({
        id: entryId,
        at: now,
        actor,
        action: toSave.restoring === undefined ? 'response.save' : 'response.restore',
        establishmentId: who.establishmentId,
        subject: { kind: 'response', id: stored.id },
        facts: { revision, questions: changed.questions.length, ...toSave.restoring, ...limitFacts(who) },
      });
      return true;
    });
    if (won) return { outcome: 'saved', form: await formOf(site, who, next), rejected };
  }
  throw new Error(`A response changed ${attempts} times while it was being saved`);
};
