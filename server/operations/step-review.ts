import type { Comment } from '../persistence/comments.js';
import type { ResponseVersion } from '../persistence/response-versions.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Review } from '../persistence/reviews.js';
import { AlreadyThere } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import { reviewProblem } from '../problem/review-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { accountOf } from '../survey/author.js';
import { needsReason, type ReviewStep, stateAfter, stepsFrom } from '../survey/review-state.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { reachedResponse } from './reach.js';
import { wholeReason } from './record-look.js';
import { securityEntry } from './security-entry.js';

export { type ReviewStep, reviewStates, reviewSteps } from '../survey/review-state.js';

/** The review of a version that nobody has taken up yet. */
export const freshReview = ({ id, responseId, establishmentId, roundId, version }: ResponseVersion): Review => ({
  id,
  responseId,
  establishmentId,
  roundId,
  version,
  state: 'submitted',
  revision: 0,
  acts: [],
});

/** A response within reach that was submitted, with its newest version. Throws notFound, notSubmitted. */
export const submittedInReach = async (
  site: Site,
  who: AccountHolder,
  responseId: string,
): Promise<{ readonly response: StoredResponse; readonly newest: ResponseVersion }> => {
  const response = await reachedResponse(site, who, responseId);
  if (response === null) throw accessProblem('notFound');
  const newest = await site.store.responseVersions.byVersion(responseId, response.version);
  if (newest === null) throw siteProblem('notSubmitted');
  return { response, newest };
};

/** Comments of reviewers on a version that its respondent was not told of yet. */
export const untold = (comments: readonly Comment[], review: Review): readonly Comment[] => {
  const told = review.acts.filter(({ step }) => step === 'return').at(-1)?.at;
  return comments.filter(
    ({ version, author, at }) => version === review.version && accountOf(author) !== null && (told === undefined || at > told),
  );
};

/** Whoever typed an answer of a version, or submitted it, does not accept it. */
const hasEntered = ({ authors, submittedBy }: ResponseVersion, accountId: string): boolean =>
  [...Object.values(authors), submittedBy].some((author) => accountOf(author) === accountId);

export interface StepToTake {
  readonly responseId: string;
  readonly version: number;
  /** The revision of the review that the page showed; 0 where there was none. */
  readonly revision: number;
  readonly step: ReviewStep;
  readonly reason: string;
}

/**
 * Takes a step in the review of the newest version, and writes it down, as one. Of two reviewers who go from the same state one wins.
 * Throws notFound, reviewOutdated, reviewStep, reasonNeeded, commentNeeded, ownEntry.
 */
export const stepReview = async (site: Site, who: AccountHolder, toTake: StepToTake): Promise<Review> => {
  const { responseId, version, revision, step } = toTake;
  const { newest } = await submittedInReach(site, who, responseId);
  if (newest.version !== version) throw reviewProblem('reviewOutdated');
  const before = (await site.store.reviews.byVersion(responseId, version)) ?? freshReview(newest);
  if (before.revision !== revision || !stepsFrom[before.state].includes(step)) throw reviewProblem('reviewStep');
  const reason = needsReason(step) || toTake.reason.trim() !== '' ? wholeReason(toTake.reason) : null;
  if (step === 'accept' && hasEntered(newest, who.accountId)) throw reviewProblem('ownEntry');
  if (step === 'return' && untold(await site.store.comments.ofResponse(responseId), before).length === 0)
    throw reviewProblem('commentNeeded');
  const at = site.clock.now();
  const by = holderActor(who);
  const role = who.grants[0]?.role;
  if (role === undefined) throw new Error('A reviewer without a role passed the access table');
  const after: Review = {
    ...before,
    state: stateAfter[step],
    revision: revision + 1,
    acts: [...before.acts, { step, at, accountId: who.accountId, role, reason }],
  };
  const entry = {
    ...securityEntry(site, by, {
      action: `review.${step}`,
      establishmentId: newest.establishmentId,
      subject: { kind: 'response', id: responseId },
      facts: { version },
    }),
    ...(reason === null ? {} : { reason }),
  };
  try {
    await site.store.transaction(async (within) => {
      if ((await within.responses.byId(responseId))?.version !== version) throw reviewProblem('reviewOutdated');
      if (revision === 0) await within.reviews.add(after);
      else if (!(await within.reviews.replace(after, revision))) throw reviewProblem('reviewStep');
      await within.auditEntries.add(entry);
    });
  } catch (error) {
    // Somebody else took it up in the same moment.
    if (error instanceof AlreadyThere) throw reviewProblem('reviewStep');
    throw error;
  }
  return after;
};
