import { readThanks } from '../operations/read-thanks.js';
import { readForm } from '../operations/response-form.js';
import { submitResponse } from '../operations/submit-response.js';
import { checkPage } from '../presentation/check-page.js';
import { responsePath } from '../presentation/form-paths.js';
import { thanksPage } from '../presentation/thanks-page.js';
import { siteProblem } from '../problem/site-problems.js';
import { named } from './named.js';
import type { Routes } from './route.js';

export const submissionRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/check', async ({ site, principal, params, query, language }, reply) => {
    const form = await readForm(site, principal, params.responseId ?? '');
    reply.view('check', checkPage({ ...form, establishment: named(form.establishment, form.round) }, query.has('changed'), language));
  });

  route.post('/responses/:responseId/submit', async (request, reply) => {
    const { site, principal, params } = request;
    const responseId = params.responseId ?? '';
    const revision = request.field('revision');
    if (revision === undefined || !/^\d{1,9}$/.test(revision)) throw siteProblem('fieldMissing', { name: 'revision' }, 'revision');
    const { outcome } = await submitResponse(site, principal, { responseId, revision: Number(revision) });
    const path = responsePath(responseId);
    if (outcome === 'conflict') reply.redirect(`${path}/check?changed=1`);
    else if (outcome === 'blocked') reply.redirect(`${path}/check`);
    // The result is the establishment's own.
    else reply.redirect(principal.role === 'delegate' ? path : `${path}/thanks`);
  });

  route.get('/responses/:responseId/thanks', async ({ site, principal, params, language }, reply) => {
    const responseId = params.responseId ?? '';
    const thanks = await readThanks(site, principal, responseId);
    const ownReport = thanks.consents.ownReport === true;
    reply.view(
      'thanks',
      thanksPage({ ...thanks, responseId, establishment: named(thanks.establishment, thanks.round), ownReport }, language),
    );
  });
};
