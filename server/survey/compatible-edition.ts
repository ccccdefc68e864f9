import type { Answers } from './answer.js';
import type { Edition, Question } from './edition.js';

type Questions = Pick<Edition, 'sections'>;

const questionsIn = ({ sections }: Questions): ReadonlyMap<string, Question> =>
  new Map(sections.flatMap(({ questions }) => questions.map((question) => [question.id, question])));

/** What an answer to a question can name: units, choices, columns, the list of codes. */
const namesOf = (question: Question): readonly string[] => {
  switch (question.type) {
    case 'choice':
    case 'choices':
      return question.choices.map(({ id }) => id);
    case 'quantity':
    case 'monthly':
      return question.units.map(({ id }) => id);
    case 'codeList':
      return [question.list];
    case 'table':
      return question.columns.flatMap((column) => [column.id, ...namesOf(column).map((name) => `${column.id}.${column.type}.${name}`)]);
    default:
      return [];
  }
};

/** Whether another version of an edition still asks everything that was answered, in the same way: no answer loses its question or its meaning. */
export const isStillAnswered = (given: Questions, other: Questions, answers: Answers): boolean => {
  const [before, after] = [questionsIn(given), questionsIn(other)];
  return Object.keys(answers).every((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was === undefined) return true;
    if (is === undefined || is.type !== was.type) return false;
    const names = new Set(namesOf(is));
    return namesOf(was).every((name) => names.has(name));
  });
};
