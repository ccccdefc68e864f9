import type { Truth } from '../expression/truth.js';
import type { Answer } from './answer.js';
import { applyEditRules } from './apply-edit-rules.js';
import { checkAnswer } from './check-answer.js';
import type { Edition, Question } from './edition.js';
import { blocks, type Finding } from './finding.js';
import { moneyFindings } from './money-findings.js';
import type { Origin } from './origin.js';
import { lookThrough } from './relevance.js';
import type { Response } from './response.js';
import { nothingKnown, type SurveyContext } from './survey-context.js';
import { monthsGiven, yearOf } from './year-quantity.js';

export type Relevance = 'yes' | 'no' | 'unknown';

export interface QuestionState {
  readonly question: Question;
  readonly section: string;
  /** `unknown` when an earlier answer that decides it is missing: the page then asks the question. */
  readonly relevance: Relevance;
  /** Blank when it has not been asked yet. */
  readonly answer: Answer;
  readonly findings: readonly Finding[];
  /** The same establishment's answer of an earlier year; null when there is none. */
  readonly earlier: { readonly referenceYear: number; readonly answer: Answer } | null;
  /** Where the answer came from; null: it was typed. */
  readonly origin: Origin | null;
}

export interface SectionProgress {
  readonly section: string;
  readonly relevance: Relevance;
  /** empty: nothing answered; begun; complete: every required question has an answer or a missing reason; errors: something blocks it. */
  readonly status: 'empty' | 'begun' | 'complete' | 'errors';
  /** Questions that are known to be asked, and how many of them are not blank. */
  readonly asked: number;
  readonly answered: number;
  /** Required ones still blank. */
  readonly unanswered: number;
}

/** The running total of a monthly question. */
export interface MonthlyTotal {
  readonly unit: string;
  /** The sum of the months given, and how many there are. */
  readonly sum: number;
  readonly months: number;
  readonly annual: number | null;
  /** The year's quantity, or null while it cannot be told. */
  readonly year: number | null;
}

export interface FormState {
  readonly questions: Readonly<Record<string, QuestionState>>;
  readonly sections: readonly SectionProgress[];
  readonly findings: readonly Finding[];
  readonly totals: Readonly<Record<string, MonthlyTotal>>;
  readonly maySubmit: boolean;
}

const named = (truth: Truth): Relevance => (truth === null ? 'unknown' : truth ? 'yes' : 'no');

const progressOf = (section: string, relevance: Truth, states: readonly QuestionState[]): SectionProgress => {
  const own = states.filter((state) => state.section === section && state.relevance !== 'no');
  const asked = own.filter((state) => state.relevance === 'yes');
  const answered = asked.filter(({ answer }) => answer.state !== 'blank').length;
  const untouched = own.every(({ answer }) => answer.state === 'blank');
  const findings = own.flatMap((state) => state.findings);
  const unanswered = findings.filter((finding) => finding.rule === 'unanswered').length;
  const blocked = findings.some((finding) => finding.rule !== 'unanswered' && blocks(finding));
  const status = blocked ? 'errors' : untouched && own.length > 0 ? 'empty' : unanswered === 0 ? 'complete' : 'begun';
  return { section, relevance: named(relevance), status, asked: asked.length, answered, unanswered };
};

const totalOf = (answer: Answer): MonthlyTotal | null => {
  if (answer.state !== 'answered' || answer.value.kind !== 'monthly') return null;
  const { value } = answer;
  return { unit: value.unit, ...monthsGiven(value), annual: value.annual, year: yearOf(value) };
};

const earlierOf = ({ earlier }: SurveyContext, question: string): QuestionState['earlier'] => {
  const answer = earlier !== null && Object.hasOwn(earlier.answers, question) ? earlier.answers[question] : undefined;
  return earlier === null || answer === undefined || answer.state === 'blank' ? null : { referenceYear: earlier.referenceYear, answer };
};

/**
 * Everything a page shows of a response: which questions are asked, what was found, how far each section is, running totals. A plain
 * value computed anew after every change; the same on the server and in the browser. Questions that are not asked have no findings.
 * @param context what is known beside the answers; nothing, where it is left out
 */
export const formState = (edition: Edition, response: Response, context: SurveyContext = nothingKnown): FormState => {
  const looked = lookThrough(edition, response.answers);
  const asked = [...looked.questions.values()];
  const money = moneyFindings(edition, looked);
  const enough = new Set(money.filter(({ isEnough }) => isEnough).map(({ question }) => question));
  const alone = asked.flatMap(({ question, relevance, answer }): readonly Finding[] => {
    const findings = relevance === false ? [] : checkAnswer(question, answer);
    // Whether an answer is due cannot be said before the question is known to be asked.
    // A cost may be enough in the place of the quantity that is due.
    return relevance === null || enough.has(question.id) ? findings.filter((finding) => finding.rule !== 'unanswered') : findings;
  });
  const findings = [...alone, ...applyEditRules(edition, looked, response.reasons, context), ...money.map(({ finding }) => finding)];
  const states = asked.map(
    ({ question, section, relevance, answer }): QuestionState => ({
      question,
      section,
      relevance: named(relevance),
      answer,
      findings: findings.filter((finding) => finding.questions[0] === question.id),
      earlier: earlierOf(context, question.id),
      origin: response.origins[question.id] ?? null,
    }),
  );
  const totals = states.flatMap(({ question, answer }): [string, MonthlyTotal][] => {
    const total = totalOf(answer);
    return total === null ? [] : [[question.id, total]];
  });
  return {
    questions: Object.fromEntries(states.map((state) => [state.question.id, state])),
    sections: edition.sections.map(({ id }) => progressOf(id, looked.sections.get(id) ?? null, states)),
    findings,
    totals: Object.fromEntries(totals),
    // Whether a question is asked may stay unknown for good: whoever refuses to say which vehicles there are is not asked about each.
    maySubmit: !findings.some(blocks),
  };
};
