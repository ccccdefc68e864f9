import { beginResponse } from '../operations/prefill-response.js';
import { readFrontPage } from '../operations/read-front-page.js';
import { readHome } from '../operations/read-home.js';
import { homePage, roundsPage } from '../presentation/site-pages.js';
import { siteProblem } from '../problem/site-problems.js';
import { named } from './named.js';
import type { Routes } from './route.js';

export const homeRoutes = (route: Routes): void => {
  route.get('/', async ({ site, principal, language }, reply) => {
    reply.view('home', homePage(await readFrontPage(site), principal.role, language));
  });

  route.get('/responses', async ({ site, principal, language }, reply) => {
    // Whoever was let fill in has one response and no list.
    if (principal.role === 'delegate') return reply.redirect(`/responses/${principal.limits.responseId}`);
    const home = await readHome(site, principal);
    const [only, ...others] = home.rounds;
    // With one survey and answers in it there is nothing to choose.
    if (only?.response && others.length === 0) reply.redirect(`/responses/${only.response.id}`);
    else reply.view('rounds', roundsPage({ ...home, establishment: named(home.establishment, null) }, language));
  });

  // Beginning a response writes, so it takes a button; pressing it twice is the same as once.
  route.post('/responses', async (request, reply) => {
    const { site, principal } = request;
    const round = request.field('round');
    if (round === undefined) throw siteProblem('fieldMissing', { name: 'round' }, 'round');
    const response = await beginResponse(site, principal, round, request.field('form') ?? null);
    reply.redirect(`/responses/${response.id}`);
  });
};
