/** How far a round is: `planned` before it opens, `archived` when it is put away. */
export type RoundState = 'planned' | 'open' | 'closed' | 'archived';

/** The dates that tell it. */
export interface RoundDates {
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly archivedAt: Date | null;
}

export const roundState = ({ openedAt, closedAt, archivedAt }: RoundDates): RoundState => {
  if (archivedAt !== null) return 'archived';
  if (closedAt !== null) return 'closed';
  return openedAt === null ? 'planned' : 'open';
};

/** What can be done to a round. */
export type RoundStep = 'open' | 'close' | 'archive';

/** What can be done to a round in each state. A closed one may be opened again: for late answers, until it is put away. */
export const roundSteps: Readonly<Record<RoundState, readonly RoundStep[]>> = {
  planned: ['open'],
  open: ['close'],
  closed: ['open', 'archive'],
  archived: [],
};
