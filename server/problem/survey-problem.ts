import type { ProblemKind, Sentence } from './problem.js';

/** A problem of a form says what is wrong and, apart from it, what would put it right. */
export interface SurveyProblemKind extends ProblemKind {
  readonly wayOut: Sentence;
}
