import { readAnswers } from '../operations/read-answers.js';
import { listEstablishments, readEstablishment } from '../operations/read-establishments.js';
import { answersPage } from '../presentation/answers-page.js';
import { establishmentPage, establishmentsPage } from '../presentation/establishments-page.js';
import { accessTable } from './access-table.js';
import type { Routes } from './route.js';

/** The register, as far as somebody's roles reach. */
export const establishmentRoutes = (route: Routes): void => {
  route.get('/establishments', async ({ site, principal, language }, reply) => {
    const opens = principal.grants.some(({ role }) => role in accessTable['get /establishments/:establishmentId'].who);
    reply.view('establishments', establishmentsPage(await listEstablishments(site, principal), opens, language));
  });

  route.get('/establishments/:establishmentId', async ({ site, principal, params, language }, reply) => {
    reply.view('establishment', establishmentPage(await readEstablishment(site, principal, params.establishmentId ?? ''), language));
  });

  route.get('/answers/:responseId', async ({ site, principal, params, language }, reply) => {
    reply.view('answers', answersPage(await readAnswers(site, principal, params.responseId ?? ''), language));
  });
};
