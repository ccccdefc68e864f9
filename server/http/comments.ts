import { answerComment } from '../operations/comment-on-answers.js';
import { readOwnReview } from '../operations/read-own-review.js';
import { commentsPage } from '../presentation/comments-page.js';
import { responsePath } from '../presentation/form-paths.js';
import { named } from './named.js';
import type { Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

/** What the survey office said about the answers, to whoever gave them. */
export const commentRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/comments', async ({ site, principal, params, query, language }, reply) => {
    const read = await readOwnReview(site, principal, params.responseId ?? '');
    const shown = { ...read, establishment: named(read.establishment, read.round), sent: query.has('sent') };
    reply.view('comments', commentsPage(shown, null, null, language));
  });

  route.post('/responses/:responseId/comments', async (request, reply) => {
    const { site, principal, params, language } = request;
    const responseId = params.responseId ?? '';
    const typed = { comment: request.field('comment') ?? '', text: request.field('text') ?? '' };
    const done = await orTypedFault(() => answerComment(site, principal, { responseId, ...typed }));
    if (done.fault === null) return reply.redirect(`${responsePath(responseId)}/comments?sent=1`);
    const read = await readOwnReview(site, principal, responseId);
    const shown = { ...read, establishment: named(read.establishment, read.round), sent: false };
    reply.view('comments', commentsPage(shown, typed, done.fault, language), done.fault);
  });
};
