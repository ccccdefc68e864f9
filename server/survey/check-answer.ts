import { sentenceOf } from '../problem/problem.js';
import { type SurveyProblemCode, surveyProblems } from '../problem/survey-problems.js';
import type { Answer, ReadingFault } from './answer.js';
import type { Bounds, Question, SimpleQuestion, TableQuestion } from './edition.js';
import { fieldName } from './field-names.js';
import type { Finding } from './finding.js';
import { focusPart } from './focus.js';
import { numberText } from './numbers.js';
import { monthParts } from './read-answer.js';

/** What can be said of one answer alone: it cannot be read, lies outside its bounds, contradicts itself, or is missing. */
interface Fault extends ReadingFault {
  readonly rule: 'unreadable' | 'bounds' | 'form' | 'unanswered';
  readonly code: SurveyProblemCode;
}

const ofNumber = (number: number, part: string, bounds: Bounds, wholeNumber: boolean): readonly Fault[] => {
  const fault = (code: SurveyProblemCode, limit: number | null): Fault => ({
    part,
    rule: 'bounds',
    code,
    values: { number: numberText(number), min: numberText(limit ?? 0), max: numberText(limit ?? 0) },
  });
  if (bounds.min !== null && number < bounds.min) return [fault('belowMinimum', bounds.min)];
  if (bounds.max !== null && number > bounds.max) return [fault('aboveMaximum', bounds.max)];
  return wholeNumber && !Number.isInteger(number) ? [fault('notWholeNumber', null)] : [];
};

const ofValue = (question: Question, answer: Extract<Answer, { state: 'answered' }>): readonly Fault[] => {
  const { value } = answer;
  if (value.kind === 'choices' && question.type === 'choices' && value.choices.length > 1) {
    const alone = question.choices.find((choice) => choice.exclusive && value.choices.includes(choice.id));
    if (alone === undefined) return [];
    return [{ part: alone.id, rule: 'form', code: 'exclusiveChoice', values: { choiceKo: alone.text.ko, choiceEn: alone.text.en } }];
  }
  if (value.kind === 'truth' && question.type === 'consent' && question.mustBeGiven && !value.truth) {
    return [{ part: '', rule: 'unanswered', code: 'consentNeeded', values: {} }];
  }
  if (!('bounds' in question)) return [];
  const whole = question.type === 'number' && question.wholeNumber;
  if (value.kind === 'number' || value.kind === 'quantity') return ofNumber(value.number, '', question.bounds, whole);
  if (value.kind !== 'monthly') return [];
  const yearly: Bounds = { min: question.bounds.min, max: question.bounds.max === null ? null : question.bounds.max * 12 };
  return [
    ...value.months.flatMap((month, index) => (month === null ? [] : ofNumber(month, monthParts[index] as string, question.bounds, false))),
    ...(value.annual === null ? [] : ofNumber(value.annual, 'annual', yearly, false)),
  ];
};

const faultsOf = (question: Question, answer: Answer): readonly Fault[] => {
  if (answer.state === 'unreadable') {
    return answer.faults.map((fault) => ({ ...fault, rule: 'unreadable', code: fault.code as SurveyProblemCode }));
  }
  if (answer.state === 'answered') return ofValue(question, answer);
  if (answer.state !== 'blank' || !question.required) return [];
  const part = focusPart(question);
  if (question.type === 'consent' && question.mustBeGiven) return [{ part, rule: 'unanswered', code: 'consentNeeded', values: {} }];
  const code = 'bounds' in question ? 'unansweredNumber' : 'unanswered';
  return [{ part, rule: 'unanswered', code: question.missing.length > 0 ? `${code}MayBeMissing` : code, values: {} }];
};

const findingOf = (fault: Fault, field: string, question: string): Finding => {
  const kind = surveyProblems[fault.code];
  const { choiceKo, choiceEn, ...values } = fault.values;
  const what = (language: 'ko' | 'en') =>
    sentenceOf(kind, { ...values, choice: (language === 'ko' ? choiceKo : choiceEn) ?? '' })[language];
  const wayOut = sentenceOf({ status: kind.status, ...kind.wayOut }, values);
  return {
    key: `${fault.rule}:${field}`,
    rule: fault.rule,
    level: 'error',
    questions: [question],
    fields: [field],
    text: { ko: what('ko'), en: what('en') },
    wayOut: { ko: wayOut.ko, en: wayOut.en },
    needsReason: false,
    reason: null,
    reasonFault: null,
    suggestions: [],
  };
};

const cellFindings = (table: TableQuestion, answer: Answer): readonly Finding[] => {
  if (answer.state !== 'answered' || answer.value.kind !== 'table') return [];
  const empty: Answer = { state: 'blank', typed: {} };
  return answer.value.rows.flatMap(({ row, cells }) =>
    table.columns.flatMap((column: SimpleQuestion) =>
      faultsOf(column, cells[column.id] ?? empty).map((fault) =>
        findingOf(fault, fieldName(`${table.id}.${row}.${column.id}`, fault.part), table.id),
      ),
    ),
  );
};

/** The findings on one answer that need no other question. All of them are errors. */
export const checkAnswer = (question: Question, answer: Answer): readonly Finding[] => [
  ...faultsOf(question, answer).map((fault) => findingOf(fault, fieldName(question.id, fault.part), question.id)),
  ...(question.type === 'table' ? cellFindings(question, answer) : []),
];
