import { evaluateTruth } from '../expression/evaluate.js';
import { and, type Truth } from '../expression/truth.js';
import { type Answers, blank } from './answer.js';
import type { Edition } from './edition.js';
import { type AskedQuestion, environmentOf } from './question-functions.js';

export interface Looked {
  readonly sections: ReadonlyMap<string, Truth>;
  readonly questions: ReadonlyMap<string, AskedQuestion & { readonly section: string }>;
}

/**
 * Decides of every section and question whether it is asked. One pass is enough, because relevance looks back only; an answer to a
 * question that is not asked counts for nothing.
 */
export const lookThrough = (edition: Pick<Edition, 'sections'>, answers: Answers): Looked => {
  const sections = new Map<string, Truth>();
  const questions = new Map<string, AskedQuestion & { readonly section: string }>();
  const environment = environmentOf((id) => questions.get(id));
  for (const section of edition.sections) {
    const ofSection = section.relevance === null ? true : evaluateTruth(section.relevance, environment);
    sections.set(section.id, ofSection);
    for (const question of section.questions) {
      const own = question.relevance === null ? true : evaluateTruth(question.relevance, environment);
      const answer = Object.hasOwn(answers, question.id) ? (answers[question.id] ?? blank) : blank;
      questions.set(question.id, { question, section: section.id, relevance: and(ofSection, own), answer });
    }
  }
  return { sections, questions };
};
