import { reviewStates } from './review-state.js';

/** How far an establishment is in a round, without a word of what it answered. */
export const workStates = ['notInvited', 'invited', 'entered', 'begun', 'submitted', 'inReview', 'returned', 'accepted'] as const;
export type WorkState = (typeof workStates)[number];

/** States of an establishment that has submitted, however far the check is. */
export const hasSubmitted = (state: WorkState): boolean => (reviewStates as readonly WorkState[]).includes(state);

/** Whom a list shows: everybody, who never came in, or who has not submitted yet. */
export const workSelections = ['notEntered', 'notSubmitted', 'all'] as const;
export type WorkSelection = (typeof workSelections)[number];

export const isSelected = (state: WorkState, selection: WorkSelection): boolean =>
  selection === 'all' || (selection === 'notSubmitted' ? !hasSubmitted(state) : state === 'notInvited' || state === 'invited');
