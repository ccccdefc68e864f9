import { referencesOf } from '../expression/walk.js';
import type { MissingReason, Question } from '../survey/edition.js';
import { takesEvidence } from '../survey/evidence.js';
import type { Finding } from '../survey/finding.js';
import type { FormState, QuestionState } from '../survey/form-state.js';
import { convertedRule } from '../survey/money-findings.js';
import { conditionWords } from './condition-words.js';
import { type ChoiceView, type FormContext, fixedUnit, isGroup, simpleControl } from './control-view.js';
import { type QuestionEvidence, questionEvidence } from './evidence-view.js';
import { type FindingView, fieldId, findingView, plainId, questionAnchor } from './finding-view.js';
import { type MonthsControl, monthsControl, type RowsControl, rowsControl } from './grid-view.js';
import { type KnownView, knownView } from './known-view.js';
import { inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** The reasons offered for having no answer. */
export interface MissingView {
  readonly summary: string;
  readonly legend: string;
  readonly open: boolean;
  readonly options: readonly ChoiceView[];
}

/**
 * Whether a question is asked: `waiting` for an earlier answer that is still blank; `open` when that answer was given and leaves it
 * undecided, so that it must be asked.
 */
export type Standing = 'asked' | 'open' | 'waiting' | 'notAsked';

export const standingOf = ({ question, relevance }: QuestionState, form: FormState): Standing => {
  if (relevance !== 'unknown') return relevance === 'yes' ? 'asked' : 'notAsked';
  const looksAt = question.relevance === null ? [] : referencesOf(question.relevance).map((path) => path.split('.')[0] ?? path);
  return looksAt.some((id) => form.questions[id]?.answer.state === 'blank') ? 'waiting' : 'open';
};

/** A question with everything the page prints around it. */
export interface QuestionView {
  readonly id: string;
  /** Where a link to the whole question leads. */
  readonly anchor: string;
  readonly code: string;
  readonly title: string;
  /** Of an amount, where there is nothing to choose. */
  readonly labelUnit: string | null;
  readonly optional: string | null;
  readonly help: { readonly id: string; readonly text: string } | null;
  readonly known: KnownView | null;
  readonly onlyIf: string | null;
  readonly standing: Standing;
  readonly grouped: boolean;
  readonly describedBy: string | null;
  /** The id the title is the label of, when it is not a group. */
  readonly labelFor: string;
  readonly control: ReturnType<typeof simpleControl> | MonthsControl | RowsControl;
  readonly missing: MissingView | null;
  /** What is attached to it; null: nothing can be. */
  readonly evidence: QuestionEvidence | null;
  readonly hasError: boolean;
  readonly findings: readonly FindingView[];
  /** Of a cost that may stand in for a quantity: what it will count for, empty where it does not. Null where it never does. */
  readonly converted: { readonly text: string } | null;
}

const missingView = (question: Question, open: boolean, context: FormContext): MissingView | null => {
  if (question.missing.length === 0) return null;
  const words = wordsOf(context.language).page;
  const name = `${question.id}.missing`;
  const given = context.fields.get(name) ?? '';
  const option = (value: MissingReason | '', at: number): ChoiceView => ({
    id: at === 0 ? fieldId(name) : `${fieldId(name)}-${at + 1}`,
    name,
    value,
    text: value === '' ? words.question.missingNone : words.states[value],
    selected: given === value,
  });
  return {
    summary: words.question.missing,
    legend: words.question.missingLegend,
    open: open || given !== '',
    options: (['', ...question.missing] as const).map(option),
  };
};

const controlOf = (
  question: Question,
  form: FormState,
  wantedRows: number,
  context: FormContext,
  describedBy: string | null,
): QuestionView['control'] => {
  if (question.type === 'monthly') return monthsControl(question, form.totals[question.id], context);
  if (question.type === 'table') return rowsControl(question, wantedRows, context);
  return simpleControl(question, question.id, context, describedBy);
};

const evidenceOf = (question: Question, { attached = null, language }: FormContext): QuestionEvidence | null => {
  if (attached === null || !takesEvidence(question)) return null;
  return questionEvidence({ id: question.id, title: `${question.code} ${inLanguage(question.text, language)}` }, attached, language);
};

/** Whether it is said beside the cost itself, as it is typed. */
export const isConverted = ({ rule, questions }: Finding): boolean => rule === convertedRule && questions.length > 1;

/** What a cost will count for in the place of an unknown quantity; empty where it does not. */
export const convertedText = (findings: readonly Finding[], language: Language): string =>
  findings
    .filter(isConverted)
    .map(({ text, wayOut }) => `${inLanguage(text, language)} ${inLanguage(wayOut, language)}`)
    .join(' ');

/**
 * A question of a section's page.
 * @param beside     the findings that stand beside it now
 * @param wantedRows of a table; 0: as many as needed
 */
export const questionView = (
  asked: QuestionState,
  form: FormState,
  beside: readonly Finding[],
  wantedRows: number,
  context: FormContext,
): QuestionView => {
  const { question, findings } = asked;
  const { edition, language } = context;
  const shown = beside.filter((finding) => !isConverted(finding)).map((finding) => findingView(finding, edition, language));
  const help = question.help === null ? null : { id: `help-${plainId(question.id)}`, text: inLanguage(question.help, language) };
  const known = knownView(asked, { edition, language });
  const describedBy = [help?.id, known?.id, ...shown.map(({ id }) => id)].filter((id) => id !== undefined).join(' ') || null;
  const control = controlOf(question, form, wantedRows, context, describedBy);
  return {
    id: question.id,
    anchor: questionAnchor(question.id),
    code: question.code,
    title: inLanguage(question.text, language),
    labelUnit: fixedUnit(control),
    optional: question.required || question.type === 'consent' ? null : wordsOf(language).page.question.optional,
    help,
    known,
    onlyIf: question.relevance === null ? null : conditionWords(question.relevance, edition, language),
    standing: standingOf(asked, form),
    grouped: isGroup(question),
    describedBy,
    labelFor: fieldId(question.id),
    control,
    missing: missingView(
      question,
      shown.some(({ level }) => level === 'error'),
      context,
    ),
    evidence: evidenceOf(question, context),
    hasError: shown.some(({ level }) => level === 'error'),
    findings: shown,
    converted: question.type === 'money' ? { text: convertedText(findings, language) } : null,
  };
};
