import { unitOf } from '../domain/units.js';
import type { Vocabulary } from '../expression/check-types.js';
import { type Environment, evaluate } from '../expression/evaluate.js';
import type { Expression, Value } from '../expression/expression.js';
import type { Type } from '../expression/functions.js';
import type { CellRules } from './cell-rules.js';
import type { Edition, Question } from './edition.js';
import { changeHolds } from './hidiroglou-berthelot.js';
import { environmentOf, plainTypeOf, vocabularyOf } from './question-functions.js';
import { type Looked, lookThrough } from './relevance.js';
import type { CellBounds, SurveyContext } from './survey-context.js';
import { checkTableQuantity, tableQuantity } from './table-functions.js';

/**
 * The functions of edit rules that look beyond the answers at hand: at last year's, and at the cell of industry and size. Each is unknown
 * where nothing is known, so that a rule without context says nothing. README.md of `survey-definitions` says what each is for.
 */
const onLastYear = ['lastYear', 'lastYearQuantity', 'answeredLastYear'] as const;
const onMeasures = ['cellLow', 'cellMiddle', 'cellHigh', 'cellValue', 'cellAnswers'] as const;
type OnLastYear = (typeof onLastYear)[number];
type OnMeasure = (typeof onMeasures)[number];

const isOneOf = <Name extends string>(names: readonly Name[], name: string): name is Name => names.some((one) => one === name);

/** Whether a function takes the name of a measure. */
export const isMeasureFunction = (name: string): boolean => isOneOf(onMeasures, name);

type Checked = Pick<Edition, 'sections' | 'cells' | 'referenceYear' | 'profile'>;

/** Last year's answers looked through under today's edition; null when there are none of the very year before. */
const lookedLastYear = (edition: Checked, { earlier }: SurveyContext): Looked | null =>
  earlier === null || earlier.referenceYear !== edition.referenceYear - 1 ? null : lookThrough(edition, earlier.answers);

const industryOf = ({ profile }: Checked, looked: Looked): string | null => {
  const asked = looked.questions.get(profile.industryCode);
  return asked?.answer.state === 'answered' && asked.answer.value.kind === 'text' ? asked.answer.value.text : null;
};

/** The bounds of a measure: those of the cell where it has enough answers, else the range of the data. */
const boundsOf = (edition: Checked, looked: Looked, context: SurveyContext, id: string): CellBounds | null => {
  const found = context.cell?.measures[id];
  if (found !== undefined) return found;
  const ranges = edition.cells?.measures.find((one) => one.id === id)?.ranges ?? [];
  const industry = industryOf(edition, looked);
  const range = ranges.find((one) => one.industry === '' || industry?.startsWith(one.industry));
  return range === undefined ? null : { ...range, n: 0, middle: range.middle ?? Math.sqrt(range.low * range.high) };
};

/** A function that is asked for each name once. */
const remembered = <T>(find: (id: string) => T): ((id: string) => T) => {
  const found = new Map<string, T>();
  return (id) => {
    if (!found.has(id)) found.set(id, find(id));
    return found.get(id) as T;
  };
};

const pathOf = (argument: Expression | undefined): string => (argument?.kind === 'reference' ? argument.path : '');
const textOf = (argument: Expression | undefined): string => (argument?.kind === 'text' ? argument.value : '');

/** What the rules of an edition are evaluated in: the answers, and what is known beside them. */
export const ruleEnvironment = (edition: Checked, looked: Looked, context: SurveyContext): Environment => {
  const present = environmentOf((id) => looked.questions.get(id));
  const before = lookedLastYear(edition, context);
  const past = before === null ? null : environmentOf((id) => before.questions.get(id));
  const ofLastYear: Readonly<Record<OnLastYear, (environment: Environment, given: readonly Expression[]) => Value>> = {
    lastYear: (environment, given) => environment.reference(pathOf(given[0])),
    lastYearQuantity: (environment, given) => environment.questionFunction('quantity')?.(given) ?? null,
    answeredLastYear: (environment, given) => environment.questionFunction('answered')?.(given) ?? null,
  };
  // Many rules ask for the same measure, after every key that is typed.
  const bounds = remembered((id) => boundsOf(edition, looked, context, id));
  const ofMeasure: Readonly<Record<OnMeasure, (id: string) => Value>> = {
    cellLow: (id) => bounds(id)?.low ?? null,
    cellMiddle: (id) => bounds(id)?.middle ?? null,
    cellHigh: (id) => bounds(id)?.high ?? null,
    cellAnswers: (id) => bounds(id)?.n ?? null,
    cellValue: remembered((id) => {
      const measure = edition.cells?.measures.find((one) => one.id === id);
      return measure === undefined ? null : evaluate(measure.value, present);
    }),
  };
  const changeOf = (question: string): Value => {
    const quantity = edition.cells?.changes.quantities.find((one) => one.question === question);
    const cell = context.cell?.changes[question];
    if (quantity === undefined || cell === undefined || past === null) return null;
    const given: readonly Expression[] = [
      { kind: 'reference', path: question },
      { kind: 'text', value: quantity.unit },
    ];
    const [now, earlier] = [present, past].map((environment) => environment.questionFunction('quantity')?.(given) ?? null);
    return typeof now === 'number' && typeof earlier === 'number' ? changeHolds({ before: earlier, now }, cell) : null;
  };
  return {
    reference: (path) => present.reference(path),
    questionFunction: (name) => {
      if (isOneOf(onLastYear, name)) return (given) => (past === null ? null : ofLastYear[name](past, given));
      if (isOneOf(onMeasures, name)) return (given) => ofMeasure[name](textOf(given[0]));
      if (name === 'tableQuantity')
        return (given) => {
          const asked = looked.questions.get(pathOf(given[0]));
          return asked === undefined ? null : tableQuantity(asked, given);
        };
      if (name === 'changeHolds') return (given) => changeOf(pathOf(given[0]));
      if (name === 'changeJudged') return (given) => changeOf(pathOf(given[0])) !== null;
      return present.questionFunction(name);
    },
  };
};

/** What may stand in the edit rules of an edition: everything of its other expressions, and what looks beyond the answers. */
export const ruleVocabulary = (find: (question: string) => Question | undefined, cells: CellRules | null): Vocabulary => {
  const plain = vocabularyOf(find);
  const questionIn = (name: string, given: readonly Expression[], refuse: (reason: string) => never): Question => {
    const [reference] = given;
    if (reference?.kind !== 'reference') return refuse(`${name} takes a question`);
    return find(reference.path) ?? refuse(`there is no question ${reference.path} here`);
  };
  const ofLastYear: Readonly<Record<OnLastYear, (given: readonly Expression[], refuse: (reason: string) => never) => Type>> = {
    lastYear: (given, refuse) => {
      const question = questionIn('lastYear', given, refuse);
      if (given.length !== 1) refuse('lastYear takes a question');
      return plainTypeOf(question.type) ?? refuse(`lastYear does not take a question of type ${question.type}`);
    },
    lastYearQuantity: (given, refuse) => {
      const question = questionIn('lastYearQuantity', given, refuse);
      const [, unit] = given;
      if (question.type !== 'quantity' && question.type !== 'monthly')
        refuse(`lastYearQuantity does not take a question of type ${question.type}`);
      if (given.length !== 2 || unit?.kind !== 'text' || unitOf(unit.value) === null) refuse('lastYearQuantity needs a known unit as text');
      return 'number';
    },
    answeredLastYear: (given, refuse) => {
      questionIn('answeredLastYear', given, refuse);
      if (given.length !== 1) refuse('answeredLastYear takes a question');
      return 'truth';
    },
  };
  return {
    typeOf: (path) => plain.typeOf(path),
    questionFunction: (name, given, refuse) => {
      if (isOneOf(onLastYear, name)) return ofLastYear[name](given, refuse);
      if (isOneOf(onMeasures, name)) {
        const [measure] = given;
        if (given.length !== 1 || measure?.kind !== 'text') return refuse(`${name} takes the name of a measure as text`);
        if (!cells?.measures.some(({ id }) => id === measure.value)) refuse(`there is no measure ${measure.value}`);
        return 'number';
      }
      if (name === 'tableQuantity') return checkTableQuantity(questionIn(name, given, refuse), given, refuse);
      if (name === 'changeHolds' || name === 'changeJudged') {
        const { id } = questionIn(name, given, refuse);
        if (!cells?.changes.quantities.some(({ question }) => question === id)) refuse(`the changes of ${id} are not counted`);
        return 'truth';
      }
      return plain.questionFunction(name, given, refuse);
    },
  };
};
