import { reviewProblem } from '../problem/review-problems.js';
import type { Site } from '../site.js';
import type { Answers } from '../survey/answer.js';
import type { Edition } from '../survey/edition.js';
import { fieldName, partsOf } from '../survey/field-names.js';
import { askedField, fieldsFromAnswers, questionsOf, type RejectedField } from '../survey/form-fields.js';
import type { Reason } from '../survey/response.js';
import { editionToAnswer } from './edition-of.js';
import { ownResponse } from './own-response.js';
import type { Respondent } from './respondent.js';
import { saveAnswers } from './save-answers.js';

/** What can be brought back: a submitted version, or a working copy that was kept. */
export type Restorable = { readonly version: number } | { readonly draft: string };

interface Source {
  readonly answers: Answers;
  readonly reasons: Readonly<Record<string, Reason>>;
  readonly erased: readonly string[];
}

const sourceOf = async (site: Site, responseId: string, from: Restorable): Promise<Source> => {
  if ('version' in from) {
    const version = await site.store.responseVersions.byVersion(responseId, from.version);
    if (version === null) throw reviewProblem('versionUnknown');
    return version;
  }
  const draft = await site.store.keptDrafts.byId(from.draft);
  if (draft === null || draft.responseId !== responseId) throw reviewProblem('versionUnknown');
  return { ...draft, erased: [] };
};

/**
 * A page that puts answers back as they were typed, empty fields included, of every question that was asked then or since. Consents are a standing word and stay as they are now; what was
 * erased stays erased.
 */
const wholePage = (edition: Edition, { answers, erased }: Source, now: Answers): ReadonlyMap<string, readonly string[]> => {
  const consents = Object.values(edition.profile.consents);
  const questions = questionsOf(edition).filter(
    ({ id, type }) => type !== 'consent' && !consents.includes(id) && !erased.includes(id) && (id in answers || id in now),
  );
  const ids = new Set(questions.map(({ id }) => id));
  const typed = [...fieldsFromAnswers(edition, answers)].filter(([name]) => ids.has(name.split('.')[0] ?? ''));
  const empty = questions.flatMap((question) =>
    question.type === 'table' ? [] : partsOf(question).map((part): [string, string] => [fieldName(question.id, part), '']),
  );
  const fields = [...new Map([...empty, ...typed])].map(([name, text]): [string, readonly string[]] => [name, [text]]);
  return new Map([...fields, [askedField, [...ids]]]);
};

/**
 * Brings an earlier version back into the working copy, as a change like any other: it becomes a version when it is submitted. What was
 * typed since the newest version and not submitted is kept beside. Nothing that was submitted changes.
 * @param revision the revision of the working copy that the page showed
 * @returns fields of the version that the questionnaire has no place for any more
 * Throws notFound, versionUnknown, restoreConflict, roundClosed.
 */
export const restoreVersion = async (
  site: Site,
  who: Respondent,
  { responseId, from, revision }: { readonly responseId: string; readonly from: Restorable; readonly revision: number },
): Promise<readonly RejectedField[]> => {
  const stored = await ownResponse(site.store, who, responseId);
  if (stored.revision !== revision) throw reviewProblem('restoreConflict');
  const source = await sourceOf(site, responseId, from);
  const reasons = new Map<string, Reason | null>(Object.keys(stored.reasons).map((key) => [key, null]));
  for (const [key, reason] of Object.entries(source.reasons)) reasons.set(key, reason);
  const saved = await saveAnswers(site, who, {
    responseId,
    revision,
    fields: wholePage(await editionToAnswer(site, stored), source, stored.answers),
    reasons,
    restoring: { from: 'version' in from ? `version ${from.version}` : `draft ${from.draft}` },
  });
  if (saved.outcome === 'conflict') throw reviewProblem('restoreConflict');
  return saved.rejected;
};
