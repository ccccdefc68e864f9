import type { Answers } from '../survey/answer.js';
import type { Reason } from '../survey/response.js';

/** A working copy as it was when an earlier version was brought back: nobody loses what was typed and not submitted yet. */
export interface KeptDraft {
  readonly id: string;
  readonly responseId: string;
  readonly establishmentId: string;
  readonly editionId: string;
  readonly editionHash: string;
  /** The revision it had. */
  readonly revision: number;
  readonly answers: Answers;
  readonly reasons: Readonly<Record<string, Reason>>;
  readonly keptAt: Date;
}

export interface KeptDrafts {
  byId(id: string): Promise<KeptDraft | null>;
  /** Newest first. */
  ofResponse(responseId: string): Promise<readonly KeptDraft[]>;
  add(draft: KeptDraft): Promise<void>;
  /** Removes every one of a response for good; returns how many. */
  removeOfResponse(responseId: string): Promise<number>;
}
