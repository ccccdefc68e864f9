import type { Authors } from '../survey/author.js';
import type { Response } from '../survey/response.js';
import type { Use, Uses } from '../survey/uses.js';

/**
 * The working copy of an establishment's answers in a round. `revision` grows by one with every change: the base of optimistic
 * concurrency. `status` is `draft` again as soon as something is changed after a submission; what was submitted stands in
 * ResponseVersion and never changes.
 */
export interface StoredResponse extends Response {
  /** By question id, the revision that last changed its answer: two people may fill different questions at the same time. */
  readonly questionRevisions: Readonly<Record<string, number>>;
  /** By question id, who last changed its answer. */
  readonly authors: Authors;
  /** What the answers may be used for by now: the respondent's standing word. Queries for any use but answering are limited by it. */
  readonly uses: Uses;
  /** The number of the latest submitted version; 0 before the first. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** How far a response is. */
export type ResponseProgress = Pick<StoredResponse, 'establishmentId' | 'status' | 'version'> & { readonly responseId: string };

export interface Responses {
  byId(id: string): Promise<StoredResponse | null>;
  /** The response of this id if it is the establishment's; null for another's, exactly as for one that does not exist. */
  ownById(id: string, establishmentId: string): Promise<StoredResponse | null>;
  ofEstablishment(establishmentId: string): Promise<readonly StoredResponse[]>;
  ofRound(establishmentId: string, roundId: string): Promise<StoredResponse | null>;
  /** Those of a round that allow a use, oldest first. There is no other way to read the responses of others than the one that asks. */
  allowing(use: Use, roundId: string): Promise<readonly StoredResponse[]>;
  /** The next of a round that were submitted and allow a use, by id behind `after`; '' begins. For work that does not fit into memory at once. */
  submittedBehind(use: Use, roundId: string, after: string, limit: number): Promise<readonly StoredResponse[]>;
  /** What some establishments submitted in other rounds. */
  submittedIn(roundIds: readonly string[], establishmentIds: readonly string[]): Promise<readonly StoredResponse[]>;
  /** All of a round, for what retention says of them. */
  ofWholeRound(roundId: string): Promise<readonly StoredResponse[]>;
  /** How far each response of a round is, and nothing of what it says. */
  progressOf(roundId: string): Promise<readonly ResponseProgress[]>;
  /** Removes a response that was never submitted; tells whether it did. */
  removeDraft(id: string): Promise<boolean>;
  /** Throws AlreadyThere when the id is taken or the establishment has a response in this round. */
  add(response: StoredResponse): Promise<void>;
  /** Replaces the response if its revision is still `expected`; tells whether it did. */
  replace(response: StoredResponse, expected: number): Promise<boolean>;
}
