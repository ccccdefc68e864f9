import { unitOf } from '../domain/units.js';
import type { Vocabulary } from '../expression/check-types.js';
import type { Environment } from '../expression/evaluate.js';
import type { Expression, Value } from '../expression/expression.js';
import type { Type } from '../expression/functions.js';
import type { Truth } from '../expression/truth.js';
import type { Answer, AnswerValue } from './answer.js';
import { businessNumberHolds } from './business-number.js';
import type { Question, QuestionType } from './edition.js';
import { oddMonths } from './odd-months.js';
import { converted, monthsGiven, yearOf } from './year-quantity.js';

/** A question as expressions see it. Relevance: whether it is asked; null when that cannot be told yet. */
export interface AskedQuestion {
  readonly question: Question;
  readonly relevance: Truth;
  readonly answer: Answer;
}

interface QuestionFunction {
  readonly takes: readonly QuestionType[] | 'every';
  readonly takesUnit: boolean;
  readonly result: Type;
  readonly apply: (asked: AskedQuestion, unit: string) => Value;
}

/** The value of a question that is asked and answered. */
const answeredValue = ({ relevance, answer }: AskedQuestion): AnswerValue | null =>
  relevance !== false && answer.state === 'answered' ? answer.value : null;

// What is screened out or does not apply is known to be nothing; blank, unknown and refused are not.
const nothing = ({ relevance, answer }: AskedQuestion): boolean => relevance === false || answer.state === 'notApplicable';

const quantityOf = (asked: AskedQuestion, unit: string): Value => {
  if (nothing(asked)) return 0;
  const value = answeredValue(asked);
  if (value?.kind === 'quantity') return converted(value.number, value.unit, unit);
  const year = value?.kind === 'monthly' ? yearOf(value) : null;
  return value?.kind === 'monthly' && year !== null ? converted(year, value.unit, unit) : null;
};

const asGiven = (asked: AskedQuestion): string => {
  const value = answeredValue(asked);
  return value?.kind === 'quantity' || value?.kind === 'monthly' ? value.unit : '';
};

const ofMonths = (asked: AskedQuestion, apply: (value: Extract<AnswerValue, { kind: 'monthly' }>) => Value): Value => {
  const value = answeredValue(asked);
  return value?.kind === 'monthly' ? apply(value) : null;
};

const numberOf = (asked: AskedQuestion): Value => {
  const value = answeredValue(asked);
  return value?.kind === 'number' ? value.number : null;
};

/** The functions of survey expressions; README.md of `survey-definitions` says what each is for. */
const functions: Readonly<Record<string, QuestionFunction>> = {
  answered: { takes: 'every', takesUnit: false, result: 'truth', apply: (asked) => answeredValue(asked) !== null },
  quantity: { takes: ['quantity', 'monthly'], takesUnit: true, result: 'number', apply: quantityOf },
  orZero: {
    takes: ['number', 'money'],
    takesUnit: false,
    result: 'number',
    apply: (asked) => (nothing(asked) ? 0 : numberOf(asked)),
  },
  /** In the unit answered: for tests on zero, and for comparing parts of one answer. */
  amount: { takes: ['quantity', 'monthly'], takesUnit: false, result: 'number', apply: (asked) => quantityOf(asked, asGiven(asked)) },
  annual: { takes: ['monthly'], takesUnit: false, result: 'number', apply: (asked) => ofMonths(asked, ({ annual }) => annual) },
  annualGiven: {
    takes: ['monthly'],
    takesUnit: false,
    result: 'truth',
    apply: (asked) => ofMonths(asked, ({ annual }) => annual !== null),
  },
  sumOfMonths: {
    takes: ['monthly'],
    takesUnit: false,
    result: 'number',
    apply: (asked) => ofMonths(asked, (value) => monthsGiven(value).sum),
  },
  monthsGiven: {
    takes: ['monthly'],
    takesUnit: false,
    result: 'number',
    apply: (asked) => ofMonths(asked, (value) => monthsGiven(value).months),
  },
  monthsUsed: {
    takes: ['monthly'],
    takesUnit: false,
    result: 'number',
    apply: (asked) => ofMonths(asked, ({ months }) => months.filter((month) => month !== null && month > 0).length),
  },
  yearOf: {
    takes: ['date'],
    takesUnit: false,
    result: 'number',
    apply: (asked) => {
      const value = answeredValue(asked);
      return value?.kind === 'text' ? Number(value.text.slice(0, 4)) : null;
    },
  },
  /** How many months were probably written in another unit than the rest. */
  oddMonths: {
    takes: ['monthly'],
    takesUnit: false,
    result: 'number',
    apply: (asked) => ofMonths(asked, (value) => oddMonths(value).length),
  },
  businessNumberHolds: {
    takes: ['businessNumber'],
    takesUnit: false,
    result: 'truth',
    apply: (asked) => {
      const value = answeredValue(asked);
      return value?.kind === 'text' ? businessNumberHolds(value.text) : null;
    },
  },
};

const functionNamed = (name: string): QuestionFunction | undefined => (Object.hasOwn(functions, name) ? functions[name] : undefined);

const plainValue = (asked: AskedQuestion, part: string): Value => {
  const value = answeredValue(asked);
  if (value === null) return null;
  if (part === 'unit') return value.kind === 'quantity' || value.kind === 'monthly' ? value.unit : null;
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'truth':
      return value.truth;
    case 'number':
      return value.number;
    case 'choices':
      return value.choices;
    default:
      return null;
  }
};

const split = (path: string): readonly [string, string] => {
  const [question = '', ...rest] = path.split('.');
  return [question, rest.join('.')];
};

/** What expressions of an edition are evaluated in. `find` gives undefined for a question that stands later and is not looked at yet. */
export const environmentOf = (find: (question: string) => AskedQuestion | undefined): Environment => {
  const asked = (path: string): AskedQuestion => {
    const found = find(split(path)[0]);
    if (found === undefined) throw new Error(`The question ${path} was not checked before its expression was evaluated.`);
    return found;
  };
  return {
    reference: (path) => plainValue(asked(path), split(path)[1]),
    questionFunction: (name) => {
      const found = functionNamed(name);
      if (found === undefined) return undefined;
      return ([question, unit]) => found.apply(asked((question as { path: string }).path), unit?.kind === 'text' ? unit.value : '');
    },
  };
};

const typeByQuestion: Readonly<Partial<Record<QuestionType, Type>>> = {
  text: 'text',
  date: 'text',
  businessNumber: 'text',
  phone: 'text',
  email: 'text',
  choice: 'text',
  codeList: 'text',
  yesNo: 'truth',
  consent: 'truth',
  choices: 'list',
  number: 'number',
  money: 'number',
};

/** The type of a bare reference to a question; undefined where there is none. */
export const plainTypeOf = (type: QuestionType): Type | undefined => typeByQuestion[type];

const isReference = (part: Expression | undefined): part is Extract<Expression, { kind: 'reference' }> => part?.kind === 'reference';

/** What may stand in the expressions of an edition, given the questions they may look at. Bare quantities have no type: ask `quantity`. */
export const vocabularyOf = (find: (question: string) => Question | undefined): Vocabulary => ({
  typeOf: (path) => {
    const [id, part] = split(path);
    const question = find(id);
    if (question === undefined) return undefined;
    if (part === 'unit') return question.type === 'quantity' || question.type === 'monthly' ? 'text' : undefined;
    return part === '' ? plainTypeOf(question.type) : undefined;
  },
  questionFunction: (name, given, refuse) => {
    const found = functionNamed(name);
    if (found === undefined) return undefined;
    const [reference, unit] = given;
    if (given.length !== (found.takesUnit ? 2 : 1) || !isReference(reference)) {
      return refuse(`${name} takes a question${found.takesUnit ? ' and a unit' : ''}`);
    }
    const question = find(reference.path) ?? refuse(`there is no question ${reference.path} here`);
    if (found.takes !== 'every' && !found.takes.includes(question.type))
      refuse(`${name} does not take a question of type ${question.type}`);
    if (found.takesUnit && (unit?.kind !== 'text' || unitOf(unit.value) === null)) refuse(`${name} needs a known unit as text`);
    return found.result;
  },
});
