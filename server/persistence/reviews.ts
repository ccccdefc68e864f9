import type { ReviewState, ReviewStep } from '../survey/review-state.js';
import type { AccountRole } from '../survey/role.js';

/** A step that was taken: who, when, why. */
export interface ReviewAct {
  readonly step: ReviewStep;
  readonly at: Date;
  readonly accountId: string;
  readonly role: AccountRole;
  /** Null where none is asked for and none was given. */
  readonly reason: string | null;
}

/** How far the check of one submitted version is. There is none before somebody takes the version up. */
export interface Review {
  /** That of the version: its receipt's number. */
  readonly id: string;
  readonly responseId: string;
  readonly establishmentId: string;
  readonly roundId: string;
  readonly version: number;
  readonly state: ReviewState;
  /** Counts steps: of two reviewers who go from the same one wins. */
  readonly revision: number;
  /** Oldest first. */
  readonly acts: readonly ReviewAct[];
}

export interface Reviews {
  byVersion(responseId: string, version: number): Promise<Review | null>;
  /** Newest version first. */
  ofResponse(responseId: string): Promise<readonly Review[]>;
  /** How far the checks of a round are, without what was said. */
  statesOf(roundId: string): Promise<readonly Pick<Review, 'responseId' | 'establishmentId' | 'version' | 'state'>[]>;
  /** Throws AlreadyThere when somebody took the version up first. */
  add(review: Review): Promise<void>;
  /** Replaces the review if its revision is still `expected`; tells whether it did. */
  replace(review: Review, expected: number): Promise<boolean>;
}
