import type { Author } from '../survey/author.js';
import { accountOf } from '../survey/author.js';
import type { Edition, Question } from '../survey/edition.js';
import { fieldName } from '../survey/field-names.js';
import { questionsOf } from '../survey/form-fields.js';
import type { ReviewState } from '../survey/review-state.js';
import { type EntryFault, faultView, type TypedFault } from './entry-form.js';
import { fieldId, questionAnchor } from './finding-view.js';
import { questionPath, responsePath } from './form-paths.js';
import { placeTitle } from './place-words.js';
import type { EstablishmentName } from './section-page.js';
import { formatMoment } from './time-format.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** A comment as its respondent reads it. */
export interface ToldComment {
  readonly id: string;
  readonly question: string;
  readonly part: string;
  readonly answers: string | null;
  readonly author: Author;
  readonly text: string;
  readonly at: Date;
  readonly version: number;
}

interface Said {
  readonly by: string;
  readonly place: string | null;
  readonly text: string;
  readonly marks: readonly string[];
  readonly isAnswer: boolean;
}

/** Comments on one page of the form, at its head, each with a link to its field. */
export interface PageComments {
  readonly title: string;
  readonly entries: readonly { readonly href: string; readonly place: string; readonly text: string }[];
  /** Null: whoever reads it does not answer comments. */
  readonly all: { readonly href: string; readonly text: string } | null;
}

/** Every comment of the survey office, with what was answered. */
export interface CommentsPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly words: Words['page']['comments'];
  readonly back: { readonly href: string; readonly text: string };
  readonly state: string | null;
  readonly why: string | null;
  readonly fault: EntryFault | null;
  readonly notice: string | null;
  readonly threads: readonly {
    readonly id: string;
    readonly place: string;
    readonly go: { readonly href: string; readonly label: string } | null;
    readonly said: readonly Said[];
    readonly action: string;
    readonly textId: string;
    readonly text: string;
    readonly invalid: boolean;
  }[];
  readonly submit: { readonly href: string; readonly text: string } | null;
}

const questionIn = (edition: Edition, id: string): Question | undefined => questionsOf(edition).find((question) => question.id === id);

/** Where the field that a comment is about stands; null: the questionnaire has it no more. */
export const commentTarget = (
  responseId: string,
  edition: Edition,
  { question: id, part }: { question: string; part: string },
): string | null => {
  if (questionIn(edition, id) === undefined) return null;
  const anchor = part === '' ? questionAnchor(id) : fieldId(fieldName(id, part));
  return `${questionPath(edition, responseId, id)}?checked=1&from=check#${anchor}`;
};

const saidView = (comment: ToldComment, language: Language): Said => {
  const { comments: words, review } = wordsOf(language).page;
  const who = accountOf(comment.author) === null ? words.you : words.office;
  return {
    by: review.by(who, formatMoment(comment.at, language)),
    place: null,
    text: comment.text,
    marks: [review.onVersion(comment.version)],
    isAnswer: comment.answers !== null,
  };
};

/** The comments about questions of one page; null: there are none. */
export const pageComments = (
  responseId: string,
  edition: Edition,
  questions: readonly string[],
  comments: readonly ToldComment[],
  mayAnswer: boolean,
  language: Language,
): PageComments | null => {
  const words = wordsOf(language).page.comments;
  const entries = comments.flatMap((comment) => {
    const question = comment.answers === null && questions.includes(comment.question) ? questionIn(edition, comment.question) : undefined;
    if (question === undefined) return [];
    const anchor = comment.part === '' ? questionAnchor(question.id) : fieldId(fieldName(question.id, comment.part));
    return [{ href: `#${anchor}`, place: placeTitle(question, comment.part, language), text: comment.text }];
  });
  if (entries.length === 0) return null;
  const all = mayAnswer ? { href: `${responsePath(responseId)}/comments`, text: words.readAll } : null;
  return { title: words.onPage(entries.length), entries, all };
};

export const commentsPage = (
  input: {
    readonly establishment: EstablishmentName;
    readonly edition: Edition;
    readonly responseId: string;
    readonly comments: readonly ToldComment[];
    /** Of the newest version; null: nothing was submitted. */
    readonly state: ReviewState | null;
    /** What whoever returned it wrote above the comments. */
    readonly why: string | null;
    readonly isOpen: boolean;
    readonly sent: boolean;
  },
  typed: { readonly comment: string; readonly text: string } | null,
  fault: TypedFault | null,
  language: Language,
): CommentsPage => {
  const { comments: words, section } = wordsOf(language).page;
  const { edition, responseId, comments, state } = input;
  const said = faultView(fault, [], language);
  return {
    title: words.title,
    establishment: input.establishment,
    words,
    back: { href: responsePath(responseId), text: section.back },
    state: state === null ? null : words.state(words.states[state]),
    why: input.why,
    fault: said === null ? null : { ...said, href: typed === null ? null : `#answer-${typed.comment}` },
    notice: input.sent ? words.sent : null,
    threads: comments
      .filter(({ answers }) => answers === null)
      .map((comment) => {
        const found = questionIn(edition, comment.question);
        const place = found === undefined ? comment.question : placeTitle(found, comment.part, language);
        const href = commentTarget(responseId, edition, comment);
        const isTyped = typed?.comment === comment.id;
        return {
          id: comment.id,
          place,
          go: href === null ? null : { href, label: words.goTo(place) },
          said: [comment, ...comments.filter(({ answers }) => answers === comment.id)].map((one) => saidView(one, language)),
          action: `${responsePath(responseId)}/comments`,
          textId: `answer-${comment.id}`,
          text: isTyped ? typed.text : '',
          invalid: isTyped && fault !== null,
        };
      }),
    submit: state === 'returned' && input.isOpen ? { href: `${responsePath(responseId)}/check`, text: words.submitAgain } : null,
  };
};
