import { type ActivityNote, activityNotes } from '../activity-notes.js';
import { type Amount, amountOf } from '../amount-of.js';
import { askedIn, type Scope } from './scope.js';

/** What an answer gives, or why it gives nothing; silent where nothing is to be said. */
export interface Read<T> {
  readonly value: T | null;
  readonly notes: readonly ActivityNote[];
  /** There is no value because it is known that there is nothing. */
  readonly isNothing?: true;
}

export const nothing = { value: null, notes: [] } as const;

/** Whether an answer is known to be none: it was not asked for, or does not apply. */
export const isNone = (scope: Scope, id: string): boolean => {
  const { relevance, answer } = askedIn(scope, id);
  return relevance === false || answer.state === 'notApplicable';
};

/**
 * What is said of an answer that has no value: nothing where it may well have none. In a row the cell itself is named.
 * @param needed  nothing is computed without it
 */
export const saidOfMissing = (scope: Scope, id: string, needed: boolean): readonly ActivityNote[] => {
  const { question, relevance, answer } = askedIn(scope, id);
  const place = scope.placeOf(id);
  if (relevance === false) return answer.state === 'answered' ? [activityNotes.notAsked(place)] : [];
  if (answer.state === 'unreadable') return [activityNotes.unreadable(place)];
  if (place.column !== undefined) return needed ? [activityNotes.cellMissing(place, question.text)] : [];
  if (answer.state === 'answered' || answer.state === 'notApplicable' || !(needed || question.required)) return [];
  if (answer.state !== 'blank') return [activityNotes[answer.state](place)];
  return relevance === null ? [] : [activityNotes.blank(place)];
};

/** An amount with its unit; a number without one has the unit null. */
export interface ReadAmount extends Omit<Amount, 'unit'> {
  readonly unit: string | null;
}

/** The amount of an answer. */
export const readAmount = (scope: Scope, id: string, needed: boolean): Read<ReadAmount> => {
  const { relevance, answer } = askedIn(scope, id);
  const place = scope.placeOf(id);
  if (relevance === false || answer.state !== 'answered') return { value: null, notes: saidOfMissing(scope, id, needed) };
  const amount = answer.value.kind === 'number' ? { quantity: answer.value.number, unit: null } : amountOf(answer);
  if (amount === null) return { value: null, notes: [activityNotes.monthsMissing(place)] };
  return amount.quantity < 0 ? { value: null, notes: [activityNotes.negative(place)] } : { value: amount, notes: [] };
};
