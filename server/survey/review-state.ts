import type { AccountRole } from './role.js';

/** How far the check of a submitted version is. A version that nobody has taken up yet is `submitted`. */
export const reviewStates = ['submitted', 'inReview', 'returned', 'accepted'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What a reviewer does: takes it up, sends it back with comments, accepts it, or takes either back. */
export const reviewSteps = ['begin', 'return', 'accept', 'reopen'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

/** What can be done in each state. What was returned is taken back by nobody once a newer version was submitted. */
export const stepsFrom: Readonly<Record<ReviewState, readonly ReviewStep[]>> = {
  submitted: ['begin'],
  inReview: ['return', 'accept'],
  returned: ['reopen'],
  accepted: ['reopen'],
};

/** Where each step leads. */
export const stateAfter: Readonly<Record<ReviewStep, ReviewState>> = {
  begin: 'inReview',
  return: 'returned',
  accept: 'accepted',
  reopen: 'inReview',
};

/** Steps that somebody has to give a reason for. */
export const needsReason = (step: ReviewStep): boolean => step === 'return' || step === 'reopen';

/** Who takes a step; others within reach read along, and a surveyor comments. */
export const reviewerRoles: readonly AccountRole[] = ['fieldSupervisor', 'editor'];
