import { readHome } from '../operations/read-home.js';
import { helpPage } from '../presentation/help-page.js';
import type { Routes } from './route.js';

/** How to fill in, and where to ask. */
export const helpRoutes = (route: Routes): void => {
  route.get('/help', async ({ site, principal, language }, reply) => {
    const rounds = principal.role === 'respondent' || principal.role === 'delegate' ? (await readHome(site, principal)).rounds : [];
    reply.view(
      'help',
      helpPage(
        rounds.map(({ round }) => round.contact),
        language,
      ),
    );
  });
};
