import type { Edition, Section } from '../survey/edition.js';
import { blocks, type Finding } from '../survey/finding.js';
import type { FormPage } from '../survey/form-pages.js';
import type { FormState, QuestionState } from '../survey/form-state.js';
import { convertedRule } from '../survey/money-findings.js';
import { unconfirmed } from '../survey/origin.js';
import type { Response } from '../survey/response.js';
import { answerWords } from './answer-words.js';
import { decidingCodes } from './condition-words.js';
import { fieldId, questionAnchor } from './finding-view.js';
import { pagePath, questionPath, responsePath } from './form-paths.js';
import { correctionLines, originLines } from './known-view.js';
import { inLanguage } from './number-format.js';
import { shownSections, startOfSection } from './page-order.js';
import { standingOf } from './question-view.js';
import { sectionMark, sectionName } from './section-name.js';
import { type EstablishmentName, type SummaryView, summaryView } from './section-page.js';
import { type Language, wordsOf } from './words/words.js';

interface AnsweredView {
  readonly title: string;
  readonly value: string;
  readonly isBlank: boolean;
  readonly reason: string | null;
  /** What is used in the place of an answer that is not there. */
  readonly converted: string | null;
  /** Where it came from, what was corrected in it, and how many files are attached to it. */
  readonly known: readonly string[];
  readonly href: string;
  readonly change: string;
  readonly changeLabel: string;
}

/** A section as far as it is asked. */
interface CheckedSection {
  readonly heading: string;
  readonly notAsked: string | null;
  /** Nothing is answered yet: a way to begin, instead of a list of blanks. */
  readonly untouched: { readonly text: string; readonly href: string; readonly link: string } | null;
  readonly answers: readonly AnsweredView[];
  /** Questions of which an earlier answer will tell whether they apply, by what decides about them. */
  readonly waiting: readonly string[];
}

/** One tap that lets all of them stand. */
interface ConfirmForm {
  readonly action: string;
  readonly revision: number;
  readonly questions: string;
  readonly confirm: string;
}

/** All answers in one page, before they are submitted. */
export interface CheckPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly back: { readonly href: string; readonly text: string };
  readonly lead: string;
  readonly summary: SummaryView | null;
  readonly ready: string | null;
  readonly conflict: string | null;
  /** Questions of which it cannot be told whether they apply, when nothing else stands in the way. */
  readonly undecided: SummaryView | null;
  /** Answers that were filled in and nobody has confirmed; they stand in the way of nothing. */
  readonly unconfirmed: (SummaryView & { readonly form: ConfirmForm | null }) | null;
  readonly sections: readonly CheckedSection[];
  readonly submit: { readonly action: string; readonly revision: number; readonly text: string; readonly hint: string } | null;
}

interface Form {
  readonly edition: Edition;
  readonly response: Response;
  readonly state: FormState;
  readonly establishment: EstablishmentName;
  /** Whether the reader may let all that was filled in stand at once; left out: yes. */
  readonly mayConfirm?: boolean;
  /** Files attached to the answers. */
  readonly evidence?: readonly { readonly question: string }[];
}

/** The page of a question, from which saving leads back here. */
const changePath = ({ edition, response }: Form, questionId: string, place: string): string =>
  `${questionPath(edition, response.id, questionId)}?from=check&checked=1#${place}`;

/** What costs will count for in the place of the quantity of a question, row by row of a table. */
const convertedIn = ({ findings }: FormState, questionId: string, language: Language): string | null => {
  const own = findings.filter(({ rule, questions }) => rule === convertedRule && questions.at(-1) === questionId);
  return own.length === 0 ? null : own.map(({ text }) => inLanguage(text, language)).join(' ');
};

const answered = (asked: QuestionState, form: Form, language: Language): AnsweredView => {
  const { question, answer, findings } = asked;
  const words = wordsOf(language).page;
  const title = `${question.code} ${inLanguage(question.text, language)}`;
  const reasons = findings.flatMap(({ reason, questions }) => {
    if (reason === null || questions[0] !== question.id) return [];
    const code = form.edition.reasonCodes.find(({ id }) => id === reason.code);
    return [[code === undefined ? reason.code : inLanguage(code.text, language), reason.text].filter((part) => part !== '').join(': ')];
  });
  const files = (form.evidence ?? []).filter((file) => file.question === question.id).length;
  return {
    title,
    value: answerWords(question, answer, { edition: form.edition, language }),
    isBlank: answer.state !== 'answered',
    known: [
      ...originLines(asked, language),
      ...correctionLines(form.response.corrections, question.id, { edition: form.edition, language }),
      ...(files === 0 ? [] : [`${words.evidence.section}: ${words.evidence.sectionCount(files)}`]),
    ],
    reason: reasons.length === 0 ? null : words.check.reason(reasons.join('; ')),
    converted: convertedIn(form.state, question.id, language),
    href: changePath(form, question.id, questionAnchor(question.id)),
    change: words.check.change,
    changeLabel: words.check.changeOf(title),
  };
};

/** "D2~D15, D17": codes that follow each other on the form are named by the first and the last. */
const codeRange = (codes: readonly string[], section: Section): string => {
  const order = section.questions.map(({ code }) => code);
  const runs: string[][] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run !== undefined && order.indexOf(code) === order.indexOf(run.at(-1) ?? '') + 1) run.push(code);
    else runs.push([code]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(', ') : `${run[0]}~${run.at(-1)}`)).join(', ');
};

/** What waits for an earlier answer, in a line for each question that decides. */
const waitingLines = (waiting: readonly QuestionState[], section: Section, { edition }: Form, language: Language): readonly string[] => {
  const words = wordsOf(language).page.check;
  const deciding = ({ question }: QuestionState): string =>
    question.relevance === null ? '' : decidingCodes(question.relevance, edition).join(', ');
  return [...new Set(waiting.map(deciding))].map((decides) => {
    const codes = waiting.filter((one) => deciding(one) === decides).map(({ question }) => question.code);
    return words.waiting(decides, codeRange(codes, section), codes.length);
  });
};

const sectionView = (section: Section, form: Form, language: Language): CheckedSection => {
  const words = wordsOf(language).page.check;
  const asked = form.state.sections.find(({ section: id }) => id === section.id)?.relevance !== 'no';
  const questions = section.questions.flatMap(({ id }) => form.state.questions[id] ?? []).filter(({ relevance }) => relevance !== 'no');
  const isWaiting = ({ relevance, answer }: QuestionState): boolean => relevance === 'unknown' && answer.state === 'blank';
  const shown = questions.filter((question) => !isWaiting(question));
  const isUntouched = shown.every(({ answer }) => answer.state === 'blank');
  const start = startOfSection(section, form.state);
  const untouched = (page: FormPage) => ({
    text: words.emptySection(shown.length),
    href: pagePath(form.response.id, page),
    link: words.answerSection(sectionMark(section)),
  });
  return {
    heading: sectionName(section, language),
    notAsked: asked ? null : words.notAsked,
    untouched: asked && isUntouched && start !== null ? untouched(start) : null,
    answers: asked && !isUntouched ? shown.map((question) => answered(question, form, language)) : [],
    waiting: asked ? waitingLines(questions.filter(isWaiting), section, form, language) : [],
  };
};

/** Blanks of a section stand in one line when there are more than a few; everything else that blocks has a line of its own. */
const fewBlanks = 3;

const gathered = (summary: SummaryView, form: Form, language: Language): SummaryView => {
  const words = wordsOf(language).page.check;
  const held = form.state.findings.filter(blocks);
  const sectionOf = (finding: Finding): string => form.state.questions[finding.questions[0] ?? '']?.section ?? '';
  const blanks = (id: string): readonly Finding[] => held.filter((finding) => finding.rule === 'unanswered' && sectionOf(finding) === id);
  return {
    ...summary,
    entries: form.edition.sections.flatMap((section) => {
      const count = blanks(section.id).length;
      const isGathered = count > fewBlanks;
      const own = summary.entries.filter((_, at) => {
        const finding = held[at];
        return finding !== undefined && sectionOf(finding) === section.id && !(isGathered && finding.rule === 'unanswered');
      });
      if (!isGathered) return own;
      const text = words.blanksOf(sectionName(section, language), count);
      const [first] = blanks(section.id);
      return [{ href: `${questionPath(form.edition, form.response.id, first?.questions[0] ?? '')}?checked=1#summary`, text }, ...own];
    }),
  };
};

const undecidedView = (form: Form, language: Language): SummaryView | null => {
  const words = wordsOf(language).page.check;
  // One that waits for a blank is named with its section.
  const open = Object.values(form.state.questions).filter((asked) => standingOf(asked, form.state) === 'open');
  if (open.length === 0) return null;
  const entries = open.map(({ question }) => ({
    href: changePath(form, question.id, questionAnchor(question.id)),
    text: `${question.code} ${inLanguage(question.text, language)}`,
  }));
  return { title: words.undecided, hint: words.undecidedHint, entries };
};

/** What was filled in and not confirmed, each a link to its question, with one tap for all. */
const unconfirmedView = (form: Form, language: Language): CheckPage['unconfirmed'] => {
  const words = wordsOf(language).page.known.check;
  const open = unconfirmed(form.response.origins).flatMap((id) => {
    const asked = form.state.questions[id];
    return asked === undefined || asked.relevance === 'no' || asked.answer.state === 'blank' ? [] : [asked.question];
  });
  if (open.length === 0) return null;
  return {
    title: words.title(open.length),
    hint: words.hint,
    entries: open.map(({ id, code, text }) => ({
      href: changePath(form, id, questionAnchor(id)),
      text: `${code} ${inLanguage(text, language)}`,
    })),
    form:
      form.mayConfirm === false
        ? null
        : {
            action: `${responsePath(form.response.id)}/confirm`,
            revision: form.response.revision,
            questions: open.map(({ id }) => id).join(' '),
            confirm: words.confirm,
          },
  };
};

/** @param conflict somebody changed the answers while this page was open */
export const checkPage = (form: Form, conflict: boolean, language: Language): CheckPage => {
  const { edition, response, state, establishment } = form;
  const words = wordsOf(language).page;
  const summary = summaryView(state.findings, { edition, language }, words.check.blocked, (finding) => {
    const [question = ''] = finding.questions;
    const field = finding.fields[0];
    const place = field === undefined || state.questions[question]?.answer.state === 'blank' ? questionAnchor(question) : fieldId(field);
    return changePath(form, question, place);
  });
  return {
    title: words.check.title,
    establishment,
    back: { href: responsePath(response.id), text: words.section.back },
    lead: words.check.lead,
    summary: summary === null ? null : gathered(summary, form, language),
    ready: state.maySubmit ? words.check.ready : null,
    undecided: summary === null ? undecidedView(form, language) : null,
    conflict: conflict ? words.check.conflict : null,
    unconfirmed: unconfirmedView(form, language),
    sections: shownSections(edition, state).map((section) => sectionView(section, form, language)),
    submit: state.maySubmit
      ? {
          action: `${responsePath(response.id)}/submit`,
          revision: response.revision,
          text: words.check.submit,
          hint: words.check.submitHint,
        }
      : null,
  };
};
