import { type Answer, type Answers, blank } from './answer.js';
import { type AnswerCell, cellsOf } from './answer-cells.js';
import type { Edition, Question } from './edition.js';

/** One cell that says something else than before. */
export interface AnswerChange {
  readonly question: Question;
  readonly part: string;
  readonly asks: AnswerCell['asks'];
  readonly before: Answer;
  readonly after: Answer;
}

/** What an answer says, whichever way it was typed: 1,000 and 1000 are the same. What was not understood is what was typed. */
const meaning = (answer: Answer): string =>
  answer.state === 'answered'
    ? JSON.stringify(answer.value)
    : answer.state === 'unreadable'
      ? JSON.stringify(Object.entries(answer.typed).sort())
      : answer.state;

const changesOf = (question: Question, before: Answer, after: Answer): readonly AnswerChange[] => {
  if (meaning(before) === meaning(after)) return [];
  const earlier = new Map(cellsOf(question, before).map((cell) => [cell.part, cell]));
  const later = new Map(cellsOf(question, after).map((cell) => [cell.part, cell]));
  // A table against a word such as "unknown" shares no cell with it: then the answers as wholes are what changed.
  const isWhole = earlier.has('') !== later.has('');
  if (isWhole) return [{ question, part: '', asks: question, before, after }];
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((part) => {
    const was = earlier.get(part);
    const is = later.get(part);
    const asks = (is ?? was)?.asks ?? question;
    const change = { question, part, asks, before: was?.answer ?? blank, after: is?.answer ?? blank };
    return meaning(change.before) === meaning(change.after) ? [] : [change];
  });
};

/**
 * What differs between two sets of answers, in the order of the form. A question that an edition dropped is named as the other edition
 * asked it.
 * @param editions the one the later answers were given to first
 * @param passedOver questions not to be compared, such as those whose answers were erased
 */
export const answerChanges = (
  editions: readonly Pick<Edition, 'sections'>[],
  before: Answers,
  after: Answers,
  passedOver: readonly string[] = [],
): readonly AnswerChange[] => {
  const questions = new Map<string, Question>();
  for (const question of editions.flatMap(({ sections }) => sections.flatMap((section) => section.questions)))
    if (!questions.has(question.id)) questions.set(question.id, question);
  return [...questions.values()].flatMap((question) =>
    passedOver.includes(question.id) ? [] : changesOf(question, before[question.id] ?? blank, after[question.id] ?? blank),
  );
};
