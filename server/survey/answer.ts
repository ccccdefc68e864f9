import type { MissingReason } from './edition.js';

/**
 * The texts of a question's fields as they were typed, by the part of the name behind the question's id: "" is the field itself,
 * "unit", "missing", "m01" … "m12", "annual", or the id of a choice. Empty texts are left out. The texts of a table stand in its cells.
 */
export type Typed = Readonly<Record<string, string>>;

export interface TableRow {
  /** 1 … maxRows, as posted. */
  readonly row: number;
  /** By column id; cells in which nothing was typed are left out. */
  readonly cells: Readonly<Record<string, Answer>>;
}

export type AnswerValue =
  /** text; businessNumber as ten digits; date as YYYY-MM-DD; phone; email; the id of a choice; the code of a code list. */
  | { readonly kind: 'text'; readonly text: string }
  /** yesNo, consent. */
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  /** number; money in won. */
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'quantity'; readonly number: number; readonly unit: string }
  /** `months` has twelve entries; null is a month left blank, which is not zero. */
  | { readonly kind: 'monthly'; readonly months: readonly (number | null)[]; readonly annual: number | null; readonly unit: string }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

/** Something typed that was not understood: which part, and a key of the survey problems, with the values of its sentence. */
export interface ReadingFault {
  readonly part: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * The answer to a question that was asked; a question that was never asked has none. Zero is `answered`. `unreadable` is no answer:
 * what was typed is kept, shown again and asked about.
 */
export type Answer =
  /** Asked and left empty. A unit may have been chosen all the same, and is kept. */
  | { readonly state: 'blank'; readonly typed: Typed }
  | { readonly state: MissingReason; readonly typed: Typed }
  | { readonly state: 'answered'; readonly typed: Typed; readonly value: AnswerValue }
  | { readonly state: 'unreadable'; readonly typed: Typed; readonly faults: readonly ReadingFault[] };

export type AnswerState = Answer['state'];

/** By question id. */
export type Answers = Readonly<Record<string, Answer>>;

export const blank: Answer = { state: 'blank', typed: {} };
