import type { Comment } from '../persistence/comments.js';
import type { Establishment } from '../persistence/establishments.js';
import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import type { ReviewState } from '../survey/review-state.js';
import { roundState } from '../survey/round-state.js';
import { readComments } from './comment-on-answers.js';
import { editionToAnswer } from './edition-of.js';
import { ownEstablishment, ownRound } from './own-establishment.js';
import { ownResponse } from './own-response.js';
import type { OnBehalf } from './respondent.js';

/** How far the check of a respondent's newest version is, and what was said. */
export interface OwnReview {
  readonly establishment: Establishment;
  readonly round: Round;
  readonly edition: Edition;
  readonly responseId: string;
  readonly comments: readonly Comment[];
  /** Null: nothing was submitted. */
  readonly state: ReviewState | null;
  /** What whoever returned it wrote; null: it is not returned. */
  readonly why: string | null;
  readonly isOpen: boolean;
}

/** Throws notFound. */
export const readOwnReview = async (site: Site, who: OnBehalf, responseId: string): Promise<OwnReview> => {
  const response = await ownResponse(site.store, who, responseId);
  const establishment = await ownEstablishment(site, who);
  const round = await ownRound(site, establishment, response.roundId);
  const review = response.version === 0 ? null : await site.store.reviews.byVersion(responseId, response.version);
  const returned = review?.state === 'returned' ? review.acts.filter(({ step }) => step === 'return').at(-1) : undefined;
  return {
    establishment,
    round,
    edition: await editionToAnswer(site, response),
    responseId,
    comments: await readComments(site, who, responseId),
    state: response.version === 0 ? null : (review?.state ?? 'submitted'),
    why: returned?.reason ?? null,
    isOpen: roundState(round) === 'open',
  };
};
