import type { Response } from './response.js';

type Kept = Pick<Response, 'answers' | 'origins' | 'corrections'>;

/** What is left of a response when some questions are erased: their answers, where those came from, and what was corrected in them. */
export const withoutQuestions = ({ answers, origins, corrections }: Kept, questions: readonly string[]): Kept => {
  const left = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !questions.includes(id)));
  return {
    answers: left(answers),
    origins: left(origins),
    corrections: corrections.filter(({ question }) => !questions.includes(question)),
  };
};
