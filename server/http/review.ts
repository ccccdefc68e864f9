import type { AccountHolder } from '../operations/account-holder.js';
import { commentOnAnswers } from '../operations/comment-on-answers.js';
import { readReview, type ToReview } from '../operations/read-review.js';
import { readWorklist } from '../operations/read-worklist.js';
import { type ReviewStep, reviewStates, reviewSteps, stepReview } from '../operations/step-review.js';
import { type ReviewInput, reviewPage, reviewPath, type TypedReview } from '../presentation/review-page.js';
import { worklistPage } from '../presentation/worklist-page.js';
import type { Problem } from '../problem/problem.js';
import type { RouteReply, RouteRequest, Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';
import { wholeField } from './whole-number.js';

const inputOf = (read: ToReview, done: ReviewInput['done']): ReviewInput => ({
  responseId: read.history.response.id,
  establishment: read.history.establishment,
  reportingYear: read.history.round.reportingYear,
  edition: read.edition,
  state: read.state,
  version: read.version.version,
  review: read.review,
  comments: read.comments,
  known: { delegations: read.history.delegations, accounts: read.names },
  mayStep: read.mayStep,
  isChanging: read.history.response.status === 'draft',
  done,
});

const doneOf = (text: string | undefined): ReviewInput['done'] =>
  text === 'comment' ? text : (reviewSteps.find((step) => step === text) ?? null);

const showFault = async (
  { site, principal, params, language }: RouteRequest<AccountHolder>,
  reply: RouteReply,
  typed: TypedReview,
  fault: Problem,
): Promise<void> => {
  const read = await readReview(site, principal, params.responseId ?? '');
  reply.view('review', reviewPage(inputOf(read, null), typed, fault, language), fault);
};

/** The check of submitted answers by those whose roles reach them. */
export const reviewRoutes = (route: Routes): void => {
  route.get('/review', async ({ site, principal, query, language }, reply) => {
    const state = reviewStates.find((one) => one === query.get('state')?.[0]) ?? null;
    const filter = { roundId: query.get('round')?.[0] ?? null, state, text: query.get('text')?.[0] ?? '' };
    reply.view('admin', worklistPage(await readWorklist(site, principal, filter), language));
  });

  route.get('/review/:responseId', async ({ site, principal, params, query, language }, reply) => {
    const read = await readReview(site, principal, params.responseId ?? '');
    reply.view('review', reviewPage(inputOf(read, doneOf(query.get('done')?.[0])), null, null, language));
  });

  route.post('/review/:responseId/comments', async (request, reply) => {
    const { site, principal, params } = request;
    const responseId = params.responseId ?? '';
    const [question = '', part = '', text = ''] = [request.field('question'), request.field('part'), request.field('text')];
    const version = wholeField(request, 'version');
    const done = await orTypedFault(() => commentOnAnswers(site, principal, { responseId, version, question, part, text }));
    if (done.fault !== null) return showFault(request, reply, { question, part, text, step: null, reason: '' }, done.fault);
    reply.redirect(`${reviewPath(responseId)}?done=comment#q-${question}`);
  });

  const takes = async (request: RouteRequest<AccountHolder>, reply: RouteReply, step: ReviewStep): Promise<void> => {
    const { site, principal, params } = request;
    const responseId = params.responseId ?? '';
    const reason = request.field('reason') ?? '';
    const [version, revision] = [wholeField(request, 'version'), wholeField(request, 'revision')];
    const done = await orTypedFault(() => stepReview(site, principal, { responseId, version, revision, step, reason }));
    if (done.fault !== null) return showFault(request, reply, { question: '', part: '', text: '', step, reason }, done.fault);
    reply.redirect(`${reviewPath(responseId)}?done=${step}`);
  };
  for (const step of reviewSteps) route.post(`/review/:responseId/${step}`, (request, reply) => takes(request, reply, step));
};
