import type { Author } from '../survey/author.js';

/** What somebody said about a cell of a submitted version, or in answer to it. Written once, kept with the version. */
export interface Comment {
  readonly id: string;
  readonly responseId: string;
  readonly establishmentId: string;
  readonly roundId: string;
  /** The version it was made on. */
  readonly version: number;
  readonly question: string;
  /** Of the field's name behind the question: "" for the whole answer, "m03", "2.size". */
  readonly part: string;
  /** The comment it answers; null: it begins a thread. */
  readonly answers: string | null;
  readonly author: Author;
  readonly text: string;
  readonly at: Date;
}

export interface Comments {
  byId(id: string): Promise<Comment | null>;
  /** Oldest first. */
  ofResponse(responseId: string): Promise<readonly Comment[]>;
  add(comment: Comment): Promise<void>;
  /** Removes every comment on a response for good; returns how many. */
  removeOfResponse(responseId: string): Promise<number>;
}
