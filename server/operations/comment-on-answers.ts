import type { Comment } from '../persistence/comments.js';
import type { Review } from '../persistence/reviews.js';
import { reviewProblem } from '../problem/review-problems.js';
import type { Site } from '../site.js';
import { isPlace } from '../survey/answer-cells.js';
import { accountOf } from '../survey/author.js';
import { questionsOf } from '../survey/form-fields.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { editionOf, editionToAnswer } from './edition-of.js';
import { limitedEdition } from './limited-form.js';
import { ownResponse } from './own-response.js';
import { actorOf, authorOf, type OnBehalf, type Respondent } from './respondent.js';
import { securityEntry } from './security-entry.js';
import { submittedInReach } from './step-review.js';

const shortest = 2;
const longest = 2000;

const wholeText = (typed: string): string => {
  const text = typed.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (text.length < shortest || text.length > longest) throw reviewProblem('commentText', { min: shortest, max: longest }, 'text');
  return text;
};

/** Keeps a comment and its entry in the audit log, which never holds what it says. */
const keepComment = async (site: Site, comment: Comment, actor: Parameters<typeof securityEntry>[1]): Promise<Comment> => {
  const entry = securityEntry(site, actor, {
    action: 'comment.add',
    establishmentId: comment.establishmentId,
    subject: { kind: 'response', id: comment.responseId },
    facts: { version: comment.version, question: comment.question },
  });
  await site.store.transaction(async (within) => {
    // The answer to an earlier try of this very transaction may have been lost after it was kept.
    if ((await within.comments.byId(comment.id)) !== null) return;
    await within.comments.add(comment);
    await within.auditEntries.add(entry);
  });
  return comment;
};

export interface CommentToMake {
  readonly responseId: string;
  readonly version: number;
  readonly question: string;
  readonly part: string;
  readonly text: string;
}

/**
 * Somebody whose roles reach a response says something about a cell of its newest version. The respondent is told when the version is
 * returned. Throws notFound, reviewOutdated, commentPlace, commentText.
 */
export const commentOnAnswers = async (site: Site, who: AccountHolder, toMake: CommentToMake): Promise<Comment> => {
  const { newest } = await submittedInReach(site, who, toMake.responseId);
  if (newest.version !== toMake.version) throw reviewProblem('reviewOutdated');
  const question = questionsOf(await editionOf(site, newest)).find(({ id }) => id === toMake.question);
  if (question === undefined || !isPlace(question, toMake.part)) throw reviewProblem('commentPlace', {}, 'part');
  const { responseId, establishmentId, roundId, version } = newest;
  const comment: Comment = {
    id: site.random.uuid(),
    responseId,
    establishmentId,
    roundId,
    version,
    question: toMake.question,
    part: toMake.part,
    answers: null,
    author: `account:${who.accountId}`,
    text: wholeText(toMake.text),
    at: site.clock.now(),
  };
  return keepComment(site, comment, holderActor(who));
};

/** A respondent answers a comment it was told of. Throws notFound, commentPlace, commentText. */
export const answerComment = async (
  site: Site,
  who: Respondent,
  { responseId, comment: id, text }: { readonly responseId: string; readonly comment: string; readonly text: string },
): Promise<Comment> => {
  const asked = (await readComments(site, who, responseId)).find((one) => one.id === id && one.answers === null);
  if (asked === undefined) throw reviewProblem('commentPlace', {}, 'comment');
  const own: Comment = {
    ...asked,
    id: site.random.uuid(),
    answers: asked.id,
    author: authorOf(who),
    text: wholeText(text),
    at: site.clock.now(),
  };
  return keepComment(site, own, actorOf(who));
};

/** Whether the respondent was told: its version was returned after the comment was made. What a respondent says itself it knows. */
export const isTold = (comment: Comment, reviews: readonly Review[]): boolean =>
  accountOf(comment.author) === null ||
  reviews.some(
    ({ version, acts }) =>
      version === comment.version && acts.some(({ step, at }) => step === 'return' && at.getTime() >= comment.at.getTime()),
  );

/** The comments that a respondent was told of, oldest first; to a delegate those on questions of its own. Throws notFound. */
export const readComments = async (site: Site, who: OnBehalf, responseId: string): Promise<readonly Comment[]> => {
  const response = await ownResponse(site.store, who, responseId);
  const comments = await site.store.comments.ofResponse(responseId);
  if (comments.length === 0) return [];
  const reviews = await site.store.reviews.ofResponse(responseId);
  const seen = new Set(questionsOf(limitedEdition(await editionToAnswer(site, response), who)).map(({ id }) => id));
  return comments.filter((comment) => isTold(comment, reviews) && (who.limits === undefined || seen.has(comment.question)));
};
