import { readPrivacy, retentionRules } from '../operations/read-privacy.js';
import { withdrawConsent } from '../operations/withdraw-consent.js';
import { privacyPage } from '../presentation/privacy-page.js';
import type { Routes } from './route.js';

/** What is kept of whoever asks, and the way to take a consent back. */
export const privacyRoutes = (route: Routes): void => {
  route.get('/privacy', async ({ site, principal, query, language }, reply) => {
    const responses = principal.role === 'respondent' ? await readPrivacy(site, principal) : null;
    reply.view('privacy', privacyPage({ responses, rules: retentionRules, done: query.has('done') }, language));
  });

  route.post('/responses/:responseId/withdraw', async (request, reply) => {
    const { site, principal, params } = request;
    await withdrawConsent(site, principal, params.responseId ?? '', request.field('use') ?? '');
    reply.redirect('/privacy?done=1');
  });
};
