/** How far an establishment is in a round, without a word of what it answered. */
export const workStates = ['notInvited', 'invited', 'entered', 'begun', 'submitted'] as const;
export type WorkState = (typeof workStates)[number];

/** Whom a list shows: everybody, who never came in, or who has not submitted yet. */
export const workSelections = ['notEntered', 'notSubmitted', 'all'] as const;
export type WorkSelection = (typeof workSelections)[number];

export const isSelected = (state: WorkState, selection: WorkSelection): boolean =>
  selection === 'all' || (selection === 'notSubmitted' ? state !== 'submitted' : state === 'notInvited' || state === 'invited');
