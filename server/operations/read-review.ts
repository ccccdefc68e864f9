import type { Comment } from '../persistence/comments.js';
import type { ResponseVersion } from '../persistence/response-versions.js';
import type { Review } from '../persistence/reviews.js';
import type { Site } from '../site.js';
import { answerChanges } from '../survey/answer-changes.js';
import type { Edition } from '../survey/edition.js';
import { type FormState, formState } from '../survey/form-state.js';
import { reviewerRoles } from '../survey/review-state.js';
import type { AccountHolder } from './account-holder.js';
import { isTold } from './comment-on-answers.js';
import { type History, readReachedHistory, versionIn } from './read-history.js';
import { freshReview, submittedInReach } from './step-review.js';
import { surveyContext } from './survey-context.js';

/** A comment as a reviewer sees it. */
export interface ReviewedComment extends Comment {
  /** The respondent knows of it. */
  readonly isTold: boolean;
  /** What it is about says something else by now. */
  readonly isOutdated: boolean;
}

/** A submitted version to be checked, with everything that was said about it. */
export interface ToReview {
  readonly history: History;
  readonly version: ResponseVersion;
  readonly edition: Edition;
  /** As it was submitted, with the findings of the rules as they are now. */
  readonly state: FormState;
  readonly review: Review;
  readonly comments: readonly ReviewedComment[];
  /** Names of accounts by id, of comments, too. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether whoever asks takes steps; others read and comment. */
  readonly mayStep: boolean;
}

/** The newest version of a response within reach. That it was read is written down first. Throws notFound. */
export const readReview = async (site: Site, who: AccountHolder, responseId: string): Promise<ToReview> => {
  const { response, newest } = await submittedInReach(site, who, responseId);
  const history = await readReachedHistory(site, who, responseId);
  const { version, edition, review } = versionIn(history, newest.version);
  const comments = await site.store.comments.ofResponse(responseId);
  const names = new Map(history.accounts);
  for (const { author } of comments) {
    const id = author.startsWith('account:') ? author.slice('account:'.length) : null;
    const account = id === null || names.has(id) ? null : await site.store.accounts.byId(id);
    if (account !== null) names.set(account.id, account.name);
  }
  const reviews = history.versions.flatMap((one) => one.review ?? []);
  const isOutdated = (comment: Comment): boolean => {
    const then = history.versions.find((one) => one.version.version === comment.version);
    if (then === undefined) return false;
    return answerChanges([edition, then.edition], then.version.answers, version.answers).some(
      ({ question, part }) => question.id === comment.question && (comment.part === '' || part === '' || part === comment.part),
    );
  };
  const submitted = { ...response, answers: version.answers, reasons: version.reasons };
  return {
    history,
    version,
    edition,
    state: formState(edition, submitted, await surveyContext(site, history.round, edition, submitted)),
    review: review ?? freshReview(version),
    comments: comments.map((comment) => ({ ...comment, isTold: isTold(comment, reviews), isOutdated: isOutdated(comment) })),
    names,
    mayStep: who.grants.some(({ role }) => reviewerRoles.includes(role)),
  };
};
