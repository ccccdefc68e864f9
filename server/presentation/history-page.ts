import type { AnswerChange } from '../survey/answer-changes.js';
import type { Author, Authors } from '../survey/author.js';
import type { Edition } from '../survey/edition.js';
import type { ReviewState, ReviewStep } from '../survey/review-state.js';
import { answerWords } from './answer-words.js';
import { authorWords, type KnownAuthors } from './author-words.js';
import { responsePath } from './form-paths.js';
import { inLanguage } from './number-format.js';
import { placeTitle } from './place-words.js';
import type { EstablishmentName } from './section-page.js';
import { formatMoment } from './time-format.js';
import { type Language, type Words, wordsOf } from './words/words.js';

interface ChangeRow {
  readonly question: string;
  readonly before: string;
  readonly after: string;
  readonly by: string;
}

/** A button that brings something back. */
interface RestoreForm {
  readonly action: string;
  readonly from: string;
  readonly revision: number;
  readonly text: string;
}

interface VersionView {
  readonly id: string;
  readonly heading: string;
  readonly state: string;
  readonly facts: readonly { readonly label: string; readonly text: string; readonly mono: boolean }[];
  readonly erased: string | null;
  readonly acts: readonly string[];
  readonly changesTitle: string;
  /** Said instead of a table. */
  readonly changesNone: string | null;
  readonly changes: readonly ChangeRow[];
  readonly read: { readonly href: string; readonly text: string };
  readonly downloads: readonly { readonly href: string; readonly text: string }[];
  readonly restore: RestoreForm | null;
}

/** Every version of a response and what changed between them. */
export interface HistoryPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly back: { readonly href: string; readonly text: string };
  readonly words: Words['page']['history'];
  readonly notice: string | null;
  readonly none: string | null;
  readonly open: {
    readonly none: string | null;
    readonly changes: readonly ChangeRow[];
    readonly link: { readonly href: string; readonly text: string } | null;
  } | null;
  readonly versions: readonly VersionView[];
  readonly restoreHint: string | null;
  readonly drafts: readonly { readonly heading: string; readonly changes: readonly ChangeRow[]; readonly restore: RestoreForm | null }[];
}

interface ShownVersion {
  readonly version: {
    readonly id: string;
    readonly version: number;
    readonly hash: string;
    readonly erased: readonly string[];
    readonly submittedAt: Date;
    readonly submittedBy: Author;
    readonly authors: Authors;
  };
  readonly edition: Edition;
  readonly state: ReviewState;
  readonly review: {
    readonly acts: readonly { readonly step: ReviewStep; readonly at: Date; readonly accountId: string; readonly reason: string | null }[];
  } | null;
  readonly changes: readonly AnswerChange[] | null;
}

/** What a history page is made from. */
export interface HistoryInput {
  readonly establishment: EstablishmentName;
  readonly edition: Edition;
  readonly response: { readonly id: string; readonly revision: number; readonly authors: Authors };
  readonly versions: readonly ShownVersion[];
  readonly open: readonly AnswerChange[] | null;
  readonly keptDrafts: readonly { readonly id: string; readonly keptAt: Date; readonly changes: readonly AnswerChange[] }[];
  readonly known: KnownAuthors;
  /** The respondent reads its own; else survey staff reads it. */
  readonly isOwn: boolean;
  /** Answers can still be changed. */
  readonly isOpen: boolean;
  readonly notice: string | null;
}

const rowsOf = (
  changes: readonly AnswerChange[],
  edition: Edition,
  by: (question: string) => string,
  language: Language,
): readonly ChangeRow[] =>
  changes.map(({ question, part, asks, before, after }) => ({
    question: placeTitle(question, part, language),
    before: answerWords(asks, before, { edition, language }),
    after: answerWords(asks, after, { edition, language }),
    by: by(question.id),
  }));

const versionView = (shown: ShownVersion, isNewest: boolean, input: HistoryInput, language: Language): VersionView => {
  const { history: words, review: reviewWords, authors } = wordsOf(language).page;
  const { version, edition, state, review, changes } = shown;
  const number = version.version;
  const base = input.isOwn ? responsePath(input.response.id) : `/answers/${input.response.id}`;
  const by = (author: Author | undefined): string => authorWords(author, input.known, language);
  const reviewer = (accountId: string): string => input.known.accounts?.get(accountId) ?? authors.staff;
  return {
    id: `version-${number}`,
    heading: isNewest ? `${words.version(number)} (${words.newest})` : words.version(number),
    state: reviewWords.states[state],
    facts: [
      { label: words.submitted, text: formatMoment(version.submittedAt, language), mono: false },
      { label: words.submittedBy, text: by(version.submittedBy), mono: false },
      { label: words.receipt, text: version.id, mono: true },
      { label: words.hash, text: version.hash, mono: true },
      { label: words.edition, text: inLanguage(edition.title, language), mono: false },
    ],
    erased: version.erased.length === 0 ? null : words.erased(version.erased.length),
    acts: (review?.acts ?? []).map(({ step, at, accountId, reason }) =>
      [words.act(formatMoment(at, language), reviewer(accountId), reviewWords.done[step]), reason]
        .filter((part) => part !== null)
        .join('. '),
    ),
    changesTitle: words.changesOf(number),
    changesNone: changes === null ? words.firstVersion : changes.length === 0 ? words.noChanges : null,
    changes: rowsOf(changes ?? [], edition, (question) => by(version.authors[question]), language),
    read: { href: `${base}/versions/${number}`, text: words.readOf(number) },
    downloads: input.isOwn
      ? (['xlsx', 'json', 'pdf'] as const).map((kind) => ({
          href: `${base}/versions/${number}/answers.${kind}`,
          text: words.downloadNames[kind],
        }))
      : [],
    restore: restoreForm(input, `version:${number}`, words.restoreOf(number)),
  };
};

/** Only the respondent brings something back, and only while answers can be changed. */
const restoreForm = (input: HistoryInput, from: string, text: string): RestoreForm | null =>
  input.isOwn && input.isOpen
    ? { action: `${responsePath(input.response.id)}/restore`, from, revision: input.response.revision, text }
    : null;

const openView = (input: HistoryInput, language: Language): HistoryPage['open'] => {
  if (input.open === null || input.versions.length === 0) return null;
  const words = wordsOf(language).page.history;
  const by = (question: string): string => authorWords(input.response.authors[question], input.known, language);
  return {
    none: input.open.length === 0 ? words.openNone : null,
    changes: rowsOf(input.open, input.edition, by, language),
    link: input.isOwn ? { href: `${responsePath(input.response.id)}/check`, text: words.openLink } : null,
  };
};

export const historyPage = (input: HistoryInput, language: Language): HistoryPage => {
  const { history: words } = wordsOf(language).page;
  const { versions, keptDrafts, isOwn, response } = input;
  return {
    title: words.title,
    establishment: input.establishment,
    back: isOwn
      ? { href: responsePath(response.id), text: words.backToForm }
      : { href: `/answers/${response.id}`, text: words.backToAnswers },
    words,
    notice: input.notice,
    none: versions.length === 0 ? words.none : null,
    open: openView(input, language),
    versions: versions.map((version, at) => versionView(version, at === 0, input, language)),
    restoreHint: !isOwn || versions.length === 0 ? null : input.isOpen ? words.restoreHint : words.closed,
    drafts: keptDrafts.map(({ id, keptAt, changes }) => ({
      heading: words.draft(formatMoment(keptAt, language)),
      changes: rowsOf(changes, input.edition, () => wordsOf(language).page.authors.unknown, language),
      restore: restoreForm(input, `draft:${id}`, words.restoreDraft(formatMoment(keptAt, language))),
    })),
  };
};
