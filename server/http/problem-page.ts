import type { Sentence } from '../problem/problem.js';

/** What the view `problem` prints: what went wrong, the way out, and, after a failed save, everything that was typed. */
export interface ProblemPage {
  readonly status: number;
  readonly code: string;
  readonly sentence: Sentence;
  /** Name of the field at fault; empty when it is the whole request. */
  readonly field: string;
  readonly requestId: string;
  /** A form with these fields, sent to `path`, repeats what was asked; null when there is nothing to repeat. */
  readonly again: { readonly path: string; readonly fields: readonly { readonly name: string; readonly value: string }[] } | null;
}

/** What the view `invitation` prints: a form that posts to `path`, so that a mail scanner that opens a link does not use it up. */
export interface InvitationPage {
  readonly path: string;
  /** What whoever has the link has to know besides; null: nothing. */
  readonly asks: 'businessNumber' | 'code' | null;
  /** That, as typed. */
  readonly typed: string;
  readonly fault: { readonly sentence: Sentence; readonly field: string } | null;
}

/** What the view `returnLink` prints: a link to keep, for coming back after this session has ended. */
export interface ReturnLinkPage {
  readonly link: string;
  readonly expiresAt: Date;
}
