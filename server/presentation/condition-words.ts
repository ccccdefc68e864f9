import type { Expression } from '../expression/expression.js';
import { referencesOf } from '../expression/walk.js';
import type { Edition, Question } from '../survey/edition.js';
import { inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

const questionsOf = (edition: Edition): ReadonlyMap<string, Question> =>
  new Map(edition.sections.flatMap((section) => section.questions.map((question) => [question.id, question] as const)));

/** What a value a question is compared with is called on the page; null when the page has no word for it. */
const valueWord = (question: Question, value: Expression, language: Language): string | null => {
  const words = wordsOf(language).page.condition;
  if (value.kind === 'truth' && value.value !== null) return value.value ? words.yes : words.no;
  if (value.kind === 'number') return String(value.value);
  if (value.kind !== 'text') return null;
  if (question.type === 'choice' || question.type === 'choices') {
    const choice = question.choices.find(({ id }) => id === value.value);
    return choice === undefined ? null : inLanguage(choice.text, language);
  }
  return value.value;
};

/**
 * When a question is asked, in words: "B7 is Yes". Null when the expression is of a shape this has no words for; the page then names
 * the questions it depends on.
 */
const phrase = (expression: Expression, questions: ReadonlyMap<string, Question>, language: Language): string | null => {
  const words = wordsOf(language).page.condition;
  const question = (path: string): Question | undefined => questions.get(path);
  if (expression.kind === 'reference') {
    const asked = question(expression.path);
    return asked === undefined ? null : words.is(asked.code, words.yes);
  }
  if (expression.kind === 'call' && expression.name === 'answered') {
    const [of] = expression.arguments;
    const asked = of?.kind === 'reference' ? question(of.path) : undefined;
    return asked === undefined ? null : words.answered(asked.code);
  }
  if (expression.kind !== 'binary') return null;
  const { operator, left, right } = expression;
  if (operator === 'and' || operator === 'or') {
    const one = phrase(left, questions, language);
    const other = phrase(right, questions, language);
    if (one === null || other === null) return null;
    return operator === 'and' ? words.and(one, other) : words.or(one, other);
  }
  if (operator === '=' && left.kind === 'reference') {
    const asked = question(left.path);
    const value = asked === undefined ? null : valueWord(asked, right, language);
    return asked === undefined || value === null ? null : words.is(asked.code, value);
  }
  if (operator === 'in' && right.kind === 'reference') {
    const asked = question(right.path);
    const value = asked === undefined ? null : valueWord(asked, left, language);
    return asked === undefined || value === null ? null : words.includes(asked.code, value);
  }
  return null;
};

/** The codes of the questions an expression looks at, in the order of the form. */
export const decidingCodes = (expression: Expression, edition: Edition): readonly string[] => {
  const ids = new Set(referencesOf(expression).map((path) => path.split('.')[0] ?? path));
  return [...questionsOf(edition).values()].filter(({ id }) => ids.has(id)).map(({ code }) => code);
};

/** The hint beside a question that is not always asked: when it is. */
export const conditionWords = (relevance: Expression, edition: Edition, language: Language): string => {
  const words = wordsOf(language).page.condition;
  const said = phrase(relevance, questionsOf(edition), language);
  return said === null ? words.dependsOn(decidingCodes(relevance, edition).join(', ')) : words.onlyIf(said);
};
