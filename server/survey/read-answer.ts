import type { SurveyProblemCode } from '../problem/survey-problems.js';
import type { Answer, AnswerValue, ReadingFault, Typed } from './answer.js';
import { businessNumberDigits } from './business-number.js';
import { type CodeList, findCode } from './code-list.js';
import type { Bounds, MissingReason, MonthlyQuestion, SimpleQuestion, UnitChoice } from './edition.js';
import { readMoney, readNumber } from './numbers.js';
import { hasControlCharacter, plainText, tidyText } from './plain-text.js';
import { readDay } from './read-day.js';

/** What reading one part came to: a value, nothing (the part is empty), or faults. */
type Reading<T> = { readonly value: T } | { readonly faults: readonly ReadingFault[] } | null;

/** Sentences quote what was typed; a pasted page is quoted by its beginning. The whole text stays in `typed`. */
const quoted = (value: string | number): string | number =>
  typeof value === 'string' && value.length > 80 ? `${Array.from(value).slice(0, 80).join('')}…` : value;

const fault = (part: string, code: SurveyProblemCode, values: ReadingFault['values']): ReadingFault => ({
  part,
  code,
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, quoted(value)])),
});
const failed = (part: string, code: SurveyProblemCode, values: ReadingFault['values']): { faults: readonly ReadingFault[] } => ({
  faults: [fault(part, code, values)],
});

/** The text of one part, without the spaces around it. */
const textOf = (typed: Typed, part: string): string => (typed[part] ?? '').trim();

type NumericQuestion = Extract<SimpleQuestion | MonthlyQuestion, { bounds: Bounds }>;

/** A unit typed behind a number: where there is one to choose, and which is meant where there is none. */
const unitTyped = (question: NumericQuestion): readonly [SurveyProblemCode, ReadingFault['values']] => {
  if (question.type === 'money') return ['unitInMoney', {}];
  const unit = question.type === 'number' ? question.unitText : question.units.length === 1 ? question.units[0]?.text : undefined;
  if (unit === undefined) return ['unitInNumber', {}];
  return unit === null ? ['unitInPlainNumber', {}] : ['unitInFixedNumber', { unitKo: unit.ko, unitEn: unit.en }];
};

const numberPart = (typed: Typed, part: string, question: NumericQuestion): Reading<number> => {
  const text = textOf(typed, part);
  if (text === '') return null;
  const result = question.type === 'money' ? readMoney(text) : readNumber(text);
  if (result.ok) return { value: result.value };
  const [code, values] = result.code === 'unitInNumber' ? unitTyped(question) : [result.code, {}];
  return failed(part, code, { text, ...values });
};

const unitPart = (typed: Typed, units: readonly UnitChoice[], number: string): Reading<string> => {
  const text = textOf(typed, 'unit');
  const only = units.length === 1 ? (units[0] as UnitChoice).id : null;
  if (text === '') return only === null ? failed('unit', 'unitMissing', { text: number }) : { value: only };
  return units.some((unit) => unit.id === text) ? { value: text } : failed('unit', 'unitNotOffered', { text });
};

const asText = (text: string): Reading<AnswerValue> => ({ value: { kind: 'text', text } });

const readText = (question: Extract<SimpleQuestion, { maxLength: number }>, typed: Typed): Reading<AnswerValue> => {
  const text = tidyText(typed[''] ?? '');
  if (text === '') return null;
  if (text.length > question.maxLength) return failed('', 'textTooLong', { length: text.length, max: question.maxLength });
  if (hasControlCharacter(text)) return failed('', 'controlCharacter', {});
  if (question.type === 'text') return asText(text);
  if (question.type === 'businessNumber') {
    const digits = businessNumberDigits(text);
    return digits === null ? failed('', 'notBusinessNumber', { text }) : asText(digits);
  }
  const plain = plainText(text);
  if (question.type === 'email') return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(plain) ? asText(plain) : failed('', 'notEmail', { text });
  const digits = plain.replace(/\D/g, '').length;
  return /^\+?[\d ()-]+$/.test(plain) && digits >= 8 && digits <= 15 ? asText(plain) : failed('', 'notPhone', { text });
};

const readOne = (question: SimpleQuestion, typed: Typed, lists: Readonly<Record<string, CodeList>>): Reading<AnswerValue> => {
  const text = textOf(typed, '');
  switch (question.type) {
    case 'yesNo':
      if (text === '') return null;
      return text === 'yes' || text === 'no'
        ? { value: { kind: 'truth', truth: text === 'yes' } }
        : failed('', 'choiceNotOffered', { text });
    case 'consent':
      return text === '' || text === 'yes' ? { value: { kind: 'truth', truth: text === 'yes' } } : failed('', 'choiceNotOffered', { text });
    case 'date': {
      if (text === '') return null;
      const day = readDay(text);
      return day.ok ? asText(day.day) : failed('', day.code, { text });
    }
    case 'choice':
      if (text === '') return null;
      return question.choices.some((choice) => choice.id === text) ? asText(text) : failed('', 'choiceNotOffered', { text });
    case 'choices': {
      const ticked = question.choices.filter((choice) => textOf(typed, choice.id) !== '').map((choice) => choice.id);
      const wrong = ticked.find((id) => textOf(typed, id) !== 'yes');
      if (wrong !== undefined) return failed(wrong, 'choiceNotOffered', { text: textOf(typed, wrong) });
      return ticked.length === 0 ? null : { value: { kind: 'choices', choices: ticked } };
    }
    case 'codeList': {
      if (text === '') return null;
      const found = findCode(lists[question.list] as CodeList, text);
      if (found.length === 1) return asText(found[0] as string);
      return found.length === 0 ? failed('', 'codeNotInList', { text }) : failed('', 'codeAmbiguous', { text, codes: found.join(', ') });
    }
    case 'number':
    case 'money': {
      const number = numberPart(typed, '', question);
      return number !== null && 'value' in number ? { value: { kind: 'number', number: number.value } } : number;
    }
    case 'quantity': {
      const number = numberPart(typed, '', question);
      if (number === null || 'faults' in number) return number;
      const unit = unitPart(typed, question.units, text);
      if (unit === null || 'faults' in unit) return unit;
      return { value: { kind: 'quantity', number: number.value, unit: unit.value } };
    }
    default:
      return readText(question, typed);
  }
};

/** Parts of the twelve months: m01 … m12. */
export const monthParts: readonly string[] = Array.from({ length: 12 }, (_, index) => `m${String(index + 1).padStart(2, '0')}`);

const readMonthly = (question: MonthlyQuestion, typed: Typed): Reading<AnswerValue> => {
  const readings = [...monthParts, 'annual'].map((part) => numberPart(typed, part, question));
  const faults = readings.flatMap((reading) => (reading !== null && 'faults' in reading ? reading.faults : []));
  if (faults.length > 0) return { faults };
  const numbers = readings.map((reading) => (reading !== null && 'value' in reading ? reading.value : null));
  const first = [...monthParts, 'annual'].find((_, index) => numbers[index] !== null);
  if (first === undefined) return null;
  const unit = unitPart(typed, question.units, textOf(typed, first));
  if (unit === null || 'faults' in unit) return unit;
  return { value: { kind: 'monthly', months: numbers.slice(0, 12), annual: numbers[12] as number | null, unit: unit.value } };
};

const stated = (allowed: readonly MissingReason[], typed: Typed, reading: Reading<AnswerValue>): Answer => {
  const missing = textOf(typed, 'missing');
  if (missing !== '') {
    const reason = allowed.find((one) => one === missing);
    if (reason === undefined) return { state: 'unreadable', typed, faults: [fault('missing', 'missingNotOffered', { text: missing })] };
    if (reading !== null) return { state: 'unreadable', typed, faults: [fault('missing', 'missingAndValue', {})] };
    return { state: reason, typed };
  }
  if (reading === null) return { state: 'blank', typed };
  return 'faults' in reading ? { state: 'unreadable', typed, faults: reading.faults } : { state: 'answered', typed, value: reading.value };
};

/**
 * Reads the answer to one question from the texts of its fields. Nothing typed is lost: what cannot be understood comes back as
 * `unreadable` with the texts and the faults. A table is read cell by cell, by `readTable`.
 */
export const readAnswer = (question: SimpleQuestion | MonthlyQuestion, typed: Typed, lists: Readonly<Record<string, CodeList>>): Answer =>
  stated(question.missing, typed, question.type === 'monthly' ? readMonthly(question, typed) : readOne(question, typed, lists));
