import type { Author } from '../survey/author.js';
import type { Edition, Question } from '../survey/edition.js';
import type { FormState, QuestionState } from '../survey/form-state.js';
import { type ReviewState, type ReviewStep, stepsFrom } from '../survey/review-state.js';
import { answerWords } from './answer-words.js';
import { authorWords, type KnownAuthors } from './author-words.js';
import { type EntryFault, faultView, type TypedFault } from './entry-form.js';
import { findingView } from './finding-view.js';
import { inLanguage } from './number-format.js';
import { partWords } from './place-words.js';
import { sectionHeading } from './section-heading.js';
import { formatMoment } from './time-format.js';
import { type Language, type Words, wordsOf } from './words/words.js';

interface CommentView {
  readonly by: string;
  readonly place: string | null;
  readonly text: string;
  readonly marks: readonly string[];
  readonly isAnswer: boolean;
}

interface PlaceOption {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

interface ReviewedQuestion {
  readonly id: string;
  readonly anchor: string;
  readonly title: string;
  readonly value: string;
  readonly isBlank: boolean;
  readonly findings: readonly { readonly level: string; readonly text: string }[];
  readonly comments: readonly CommentView[];
  /** The form that comments on it; null: no more comments now. */
  readonly form: {
    readonly summary: string;
    readonly label: string;
    readonly open: boolean;
    readonly placeId: string;
    readonly textId: string;
    readonly places: readonly PlaceOption[];
    readonly text: string;
    readonly invalid: boolean;
  } | null;
}

interface StepForm {
  readonly step: ReviewStep;
  readonly action: string;
  readonly text: string;
  readonly isPrimary: boolean;
  /** Null: no reason is asked for. */
  readonly reason: { readonly id: string; readonly help: string; readonly value: string; readonly invalid: boolean } | null;
}

/** A submitted version with its findings and comments, and the steps of its review. */
export interface ReviewPage {
  readonly title: string;
  readonly words: Words['page']['review'];
  readonly about: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly history: { readonly href: string; readonly text: string };
  readonly fault: EntryFault | null;
  readonly notice: string | null;
  readonly changing: string | null;
  readonly state: string;
  readonly acts: readonly string[];
  readonly hidden: { readonly version: number; readonly revision: number };
  readonly steps: readonly StepForm[];
  readonly noSteps: string | null;
  readonly commentForm: { readonly action: string };
  readonly sections: readonly {
    readonly heading: string;
    readonly notAsked: string | null;
    readonly questions: readonly ReviewedQuestion[];
  }[];
}

interface ShownComment {
  readonly id: string;
  readonly version: number;
  readonly question: string;
  readonly part: string;
  readonly answers: string | null;
  readonly author: Author;
  readonly text: string;
  readonly at: Date;
  /** The respondent knows of it. */
  readonly isTold: boolean;
  /** The answer it is about says something else by now. */
  readonly isOutdated: boolean;
}

/** What was typed into one of the forms and did not do. */
export interface TypedReview {
  readonly question: string;
  readonly part: string;
  readonly text: string;
  readonly step: ReviewStep | null;
  readonly reason: string;
}

export interface ReviewInput {
  readonly responseId: string;
  readonly establishment: { readonly name: string };
  readonly reportingYear: number;
  readonly edition: Edition;
  readonly state: FormState;
  readonly version: number;
  readonly review: {
    readonly state: ReviewState;
    readonly revision: number;
    readonly acts: readonly { readonly step: ReviewStep; readonly at: Date; readonly accountId: string; readonly reason: string | null }[];
  };
  readonly comments: readonly ShownComment[];
  readonly known: KnownAuthors;
  readonly mayStep: boolean;
  /** The respondent works on a correction. */
  readonly isChanging: boolean;
  readonly done: ReviewStep | 'comment' | null;
}

/** Places of an answer that can be commented on by themselves: months, and the cells of rows that were filled in. */
const partsOf = ({ question, answer }: QuestionState): readonly string[] => {
  if (answer.state !== 'answered') return [''];
  if (answer.value.kind === 'monthly') return ['', ...answer.value.months.map((_, at) => `m${String(at + 1).padStart(2, '0')}`), 'annual'];
  if (answer.value.kind === 'table' && question.type === 'table')
    return ['', ...answer.value.rows.flatMap(({ row }) => question.columns.map(({ id }) => `${row}.${id}`))];
  return [''];
};

/** Threads: a comment, then what was answered to it. */
const threaded = (comments: readonly ShownComment[]): readonly ShownComment[] =>
  comments
    .filter(({ answers }) => answers === null)
    .flatMap((comment) => [comment, ...comments.filter(({ answers }) => answers === comment.id)]);

const commentViews = (question: Question, input: ReviewInput, language: Language): readonly CommentView[] => {
  const words = wordsOf(language).page.review;
  return threaded(input.comments.filter((comment) => comment.question === question.id)).map((comment) => ({
    by: words.by(authorWords(comment.author, input.known, language), formatMoment(comment.at, language)),
    place: comment.answers === null ? partWords(question, comment.part, language) : null,
    text: comment.text,
    marks: [
      words.onVersion(comment.version),
      ...(comment.isTold ? [] : [words.untold]),
      ...(comment.isOutdated && comment.answers === null ? [words.changedSince] : []),
    ],
    isAnswer: comment.answers !== null,
  }));
};

const questionView = (
  state: QuestionState,
  input: ReviewInput,
  typed: TypedReview | null,
  fault: TypedFault | null,
  language: Language,
): ReviewedQuestion => {
  const { question, answer, findings } = state;
  const words = wordsOf(language).page.review;
  const isTyped = typed?.question === question.id;
  const title = `${question.code} ${inLanguage(question.text, language)}`;
  const shown = findings
    .filter((finding) => finding.questions[0] === question.id)
    .map((finding) => findingView(finding, input.edition, language));
  return {
    id: question.id,
    anchor: `q-${question.id}`,
    title,
    value: answerWords(question, answer, { edition: input.edition, language }),
    isBlank: answer.state !== 'answered',
    findings: shown.map(({ level, levelText, text, reason }) => ({
      level,
      text: [`${levelText}: ${text}`, reason?.text].filter((said) => said !== undefined && said !== '').join('. '),
    })),
    comments: commentViews(question, input, language),
    form:
      input.review.state === 'accepted'
        ? null
        : {
            summary: words.comment,
            label: words.commentOn(title),
            open: isTyped,
            placeId: `place-${question.id}`,
            textId: `text-${question.id}`,
            places: partsOf(state).map((part) => ({
              value: part,
              text: partWords(question, part, language) ?? words.wholeAnswer,
              selected: isTyped && typed.part === part,
            })),
            text: isTyped ? typed.text : '',
            invalid: isTyped && fault !== null,
          },
  };
};

const stepForms = (input: ReviewInput, typed: TypedReview | null, fault: TypedFault | null, language: Language): readonly StepForm[] => {
  const words = wordsOf(language).page.review;
  return stepsFrom[input.review.state].map((step, at) => ({
    step,
    action: `${reviewPath(input.responseId)}/${step}`,
    text: words.steps[step],
    isPrimary: at === 0 && step !== 'reopen',
    reason:
      step === 'begin'
        ? null
        : {
            id: `reason-${step}`,
            help: words.reasonHelp[step],
            value: typed?.step === step ? typed.reason : '',
            invalid: typed?.step === step && fault?.field === 'reason',
          },
  }));
};

export const reviewPath = (responseId: string): string => `/review/${encodeURIComponent(responseId)}`;

/** @param typed what did not do, shown again; null: nothing was sent */
export const reviewPage = (input: ReviewInput, typed: TypedReview | null, fault: TypedFault | null, language: Language): ReviewPage => {
  const { review: words, authors, history } = wordsOf(language).page;
  const { edition, state, review, responseId } = input;
  const reviewer = (accountId: string): string => input.known.accounts?.get(accountId) ?? authors.staff;
  const place =
    fault?.field === 'text' && typed !== null ? `#text-${typed.question}` : fault?.field === 'reason' ? `#reason-${typed?.step}` : null;
  const said = faultView(fault, [], language);
  const isAskedIn = (section: string): boolean => state.sections.find((one) => one.section === section)?.relevance !== 'no';
  return {
    title: words.pageTitle(input.establishment.name),
    words,
    about: words.about(inLanguage(edition.title, language), input.reportingYear, input.version),
    back: { href: '/review', text: words.all },
    history: { href: `/answers/${responseId}/history`, text: words.history },
    fault: said === null ? null : { ...said, href: place },
    notice: input.done === null ? null : input.done === 'comment' ? words.commentAdded : words.stepDone[input.done],
    changing: input.isChanging ? words.changingNow : null,
    state: words.states[review.state],
    acts: review.acts.map(({ step, at, accountId, reason }) =>
      [history.act(formatMoment(at, language), reviewer(accountId), words.done[step]), reason].filter((part) => part !== null).join('. '),
    ),
    hidden: { version: input.version, revision: review.revision },
    steps: input.mayStep ? stepForms(input, typed, fault, language) : [],
    noSteps: input.mayStep ? null : words.noSteps,
    commentForm: { action: `${reviewPath(responseId)}/comments` },
    // A module of another industry says nothing here.
    sections: edition.sections
      .filter((section) => !section.isModule || isAskedIn(section.id))
      .map((section) => {
        const isAsked = isAskedIn(section.id);
        const questions = section.questions.flatMap(({ id }) => state.questions[id] ?? []).filter(({ relevance }) => relevance !== 'no');
        return {
          heading: sectionHeading(section, language),
          notAsked: isAsked ? null : words.notAsked,
          questions: isAsked ? questions.map((question) => questionView(question, input, typed, fault, language)) : [],
        };
      }),
  };
};
