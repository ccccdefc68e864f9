import type { Edition, Section } from '../survey/edition.js';
import type { FormState, QuestionState } from '../survey/form-state.js';
import type { Response } from '../survey/response.js';
import { answerWords } from './answer-words.js';
import { fieldId, plainId } from './finding-view.js';
import { inLanguage } from './number-format.js';
import { type EstablishmentName, responsePath, type SummaryView, sectionPath, summaryView } from './section-page.js';
import { type Language, wordsOf } from './words/words.js';

interface AnsweredView {
  readonly title: string;
  readonly value: string;
  readonly isBlank: boolean;
  readonly reason: string | null;
  readonly href: string;
  readonly change: string;
  readonly changeLabel: string;
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
  readonly sections: readonly { readonly heading: string; readonly notAsked: string | null; readonly answers: readonly AnsweredView[] }[];
  readonly submit: { readonly action: string; readonly revision: number; readonly text: string; readonly hint: string } | null;
}

interface Form {
  readonly edition: Edition;
  readonly response: Response;
  readonly state: FormState;
  readonly establishment: EstablishmentName;
}

const answered = ({ question, section, answer, findings }: QuestionState, form: Form, language: Language): AnsweredView => {
  const words = wordsOf(language).page;
  const title = `${question.code} ${inLanguage(question.text, language)}`;
  const reasons = findings.flatMap(({ reason, questions }) => {
    if (reason === null || questions[0] !== question.id) return [];
    const code = form.edition.reasonCodes.find(({ id }) => id === reason.code);
    return [[code === undefined ? reason.code : inLanguage(code.text, language), reason.text].filter((part) => part !== '').join(': ')];
  });
  return {
    title,
    value: answerWords(question, answer, { edition: form.edition, language }),
    isBlank: answer.state !== 'answered',
    reason: reasons.length === 0 ? null : words.check.reason(reasons.join('; ')),
    href: `${sectionPath(form.response.id, section)}?checked=1#q-${plainId(question.id)}`,
    change: words.check.change,
    changeLabel: words.check.changeOf(title),
  };
};

const sectionView = (section: Section, form: Form, language: Language): CheckPage['sections'][number] => {
  const asked = form.state.sections.find(({ section: id }) => id === section.id)?.relevance !== 'no';
  const questions = section.questions.flatMap(({ id }) => form.state.questions[id] ?? []).filter(({ relevance }) => relevance !== 'no');
  return {
    heading: `${section.id}. ${inLanguage(section.title, language)}`,
    notAsked: asked ? null : wordsOf(language).page.check.notAsked,
    answers: asked ? questions.map((question) => answered(question, form, language)) : [],
  };
};

const undecidedView = (form: Form, language: Language): SummaryView | null => {
  const words = wordsOf(language).page.check;
  const open = Object.values(form.state.questions).filter(({ relevance }) => relevance === 'unknown');
  if (open.length === 0) return null;
  const entries = open.map(({ question, section }) => ({
    href: `${sectionPath(form.response.id, section)}?checked=1#q-${plainId(question.id)}`,
    text: `${question.code} ${inLanguage(question.text, language)}`,
  }));
  return { title: words.undecided, hint: words.undecidedHint, entries };
};

/** @param conflict somebody changed the answers while this page was open */
export const checkPage = (form: Form, conflict: boolean, language: Language): CheckPage => {
  const { edition, response, state, establishment } = form;
  const words = wordsOf(language).page;
  const summary = summaryView(state.findings, { edition, language }, words.check.blocked, (finding) => {
    const [question = ''] = finding.questions;
    const section = state.questions[question]?.section ?? edition.sections[0]?.id ?? '';
    const field = finding.fields[0];
    const place = field === undefined || state.questions[question]?.answer.state === 'blank' ? `q-${plainId(question)}` : fieldId(field);
    return `${sectionPath(response.id, section)}?checked=1#${place}`;
  });
  return {
    title: words.check.title,
    establishment,
    back: { href: responsePath(response.id), text: words.section.back },
    lead: words.check.lead,
    summary,
    ready: state.maySubmit ? words.check.ready : null,
    undecided: summary === null ? undecidedView(form, language) : null,
    conflict: conflict ? words.check.conflict : null,
    sections: edition.sections.map((section) => sectionView(section, form, language)),
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
