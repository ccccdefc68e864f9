import type { Answer } from './answer.js';
import type { Edition, Question } from './edition.js';
import type { Finding } from './finding.js';
import type { Response } from './response.js';

export type Relevance = 'yes' | 'no' | 'unknown';

export interface QuestionState {
  readonly question: Question;
  readonly section: string;
  /** `unknown` when an earlier answer that decides it is missing: the page then asks the question. */
  readonly relevance: Relevance;
  /** Blank when it has not been asked yet. */
  readonly answer: Answer;
  readonly findings: readonly Finding[];
}

export interface SectionProgress {
  readonly section: string;
  readonly relevance: Relevance;
  /** empty: nothing answered; begun; complete: every required question has an answer or a missing reason; errors: something blocks it. */
  readonly status: 'empty' | 'begun' | 'complete' | 'errors';
  /** Questions that are asked, and how many of them are not blank. */
  readonly asked: number;
  readonly answered: number;
  /** Required ones still blank. */
  readonly unanswered: number;
}

/** The running total of a monthly question. */
export interface MonthlyTotal {
  readonly unit: string;
  /** The sum of the months given, and how many there are. */
  readonly sum: number;
  readonly months: number;
  readonly annual: number | null;
  /** The year's quantity, or null while it cannot be told. */
  readonly year: number | null;
}

export interface FormState {
  readonly questions: Readonly<Record<string, QuestionState>>;
  readonly sections: readonly SectionProgress[];
  readonly findings: readonly Finding[];
  readonly totals: Readonly<Record<string, MonthlyTotal>>;
  readonly maySubmit: boolean;
}

export type FormStateOf = (edition: Edition, response: Response) => FormState;
