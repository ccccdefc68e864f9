import { sentenceOf } from '../problem/problem.js';
import { type SurveyProblemCode, surveyProblems } from '../problem/survey-problems.js';
import type { Answer, ReadingFault, TableRow } from './answer.js';
import type { Bounds, DateQuestion, Question, SimpleQuestion, TableQuestion } from './edition.js';
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

/** Days as YYYY-MM-DD stand in the order of their letters. */
const ofDay = (day: string, { min, max }: DateQuestion['between']): readonly Fault[] => {
  const fault = (code: SurveyProblemCode): Fault => ({ part: '', rule: 'bounds', code, values: { day, min: min ?? '', max: max ?? '' } });
  if (min !== null && day < min) return [fault('dayBefore')];
  return max !== null && day > max ? [fault('dayAfter')] : [];
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
  if (question.type === 'date' && value.kind === 'text') return ofDay(value.text, question.between);
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

/** What a finding of this file never has. */
const plain = { needsReason: false, reason: null, reasonFault: null, suggestions: [] } as const;

/** Both sentences of a fault. Values whose names end in Ko and En stand for one value in two languages. */
const worded = ({ code, values }: Pick<Fault, 'code' | 'values'>): Pick<Finding, 'text' | 'wayOut'> => {
  const kind = surveyProblems[code];
  const inLanguage = (language: 'ko' | 'en') => {
    const ending = language === 'ko' ? /Ko$/ : /En$/;
    const own = Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(ending, ''), value]));
    return {
      text: sentenceOf(kind, own)[language],
      wayOut: sentenceOf({ status: kind.status, ...kind.wayOut }, own)[language],
    };
  };
  const [ko, en] = [inLanguage('ko'), inLanguage('en')];
  return { text: { ko: ko.text, en: en.text }, wayOut: { ko: ko.wayOut, en: en.wayOut } };
};

const findingOf = (fault: Fault, field: string, question: string): Finding => ({
  key: `${fault.rule}:${field}`,
  rule: fault.rule,
  level: 'error',
  questions: [question],
  fields: [field],
  ...worded(fault),
  ...plain,
});

/** A finding in a cell says which: "Row 1, Size: …". */
const inCell = (finding: Finding, row: number, column: SimpleQuestion): Finding => {
  const { ko, en } = finding.text;
  const values = { row, columnKo: column.text.ko, columnEn: column.text.en, whatKo: ko, whatEn: en };
  return { ...finding, text: worded({ code: 'inCell', values }).text };
};

const isBlank = (cell: Answer | undefined): boolean => cell === undefined || cell.state === 'blank';

/** One of two columns that say little without each other was filled in. Nothing is wrong with it, so it is a note. */
const togetherFindings = (table: TableQuestion, { row, cells }: TableRow): readonly Finding[] => {
  const columns = table.columns.filter(({ id }) => table.together.includes(id));
  const given = columns.find(({ id }) => !isBlank(cells[id]));
  const lacking = columns.filter(({ id }) => isBlank(cells[id]));
  if (given === undefined) return [];
  return lacking.map((column) => ({
    key: `together:${table.id}.${row}.${column.id}`,
    rule: 'together',
    level: 'note',
    questions: [table.id],
    fields: [fieldName(`${table.id}.${row}.${column.id}`, '')],
    ...worded({
      code: 'cellBelongsTogether',
      values: { row, givenKo: given.text.ko, givenEn: given.text.en, lackingKo: column.text.ko, lackingEn: column.text.en },
    }),
    ...plain,
  }));
};
const cellFindings = (table: TableQuestion, answer: Answer): readonly Finding[] => {
  if (answer.state !== 'answered' || answer.value.kind !== 'table') return [];
  const empty: Answer = { state: 'blank', typed: {} };
  return answer.value.rows.flatMap((row) => [
    ...table.columns.flatMap((column) =>
      faultsOf(column, row.cells[column.id] ?? empty).map((fault) =>
        inCell(findingOf(fault, fieldName(`${table.id}.${row.row}.${column.id}`, fault.part), table.id), row.row, column),
      ),
    ),
    ...togetherFindings(table, row),
  ]);
};

/** The findings on one answer that need no other question: errors, and notes on rows of a table that are only half filled in. */
export const checkAnswer = (question: Question, answer: Answer): readonly Finding[] => [
  ...faultsOf(question, answer).map((fault) => findingOf(fault, fieldName(question.id, fault.part), question.id)),
  ...(question.type === 'table' ? cellFindings(question, answer) : []),
];
