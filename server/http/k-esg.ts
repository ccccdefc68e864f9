import { downloadKEsg, readKEsg } from '../operations/read-k-esg.js';
import { responsePath } from '../presentation/form-paths.js';
import { kEsgPage } from '../presentation/k-esg-page.js';
import { named } from './named.js';
import type { Routes } from './route.js';

/** The environment items of K-ESG, from a respondent's own answers. */
export const kEsgRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/k-esg', async ({ site, principal, params, language }, reply) => {
    const responseId = params.responseId ?? '';
    const sheet = await readKEsg(site, principal, responseId);
    reply.view('kEsg', kEsgPage({ ...sheet, responseId, establishment: named(sheet.establishment, sheet.round) }, language));
  });

  route.get('/responses/:responseId/k-esg.xlsx', async ({ site, principal, params, language }, reply) => {
    const responseId = params.responseId ?? '';
    const file = await downloadKEsg(site, principal, responseId, language);
    // Its page says why there is none.
    if (file === null) return reply.redirect(`${responsePath(responseId)}/k-esg`);
    reply.file({ bytes: file.bytes, name: file.fileName, type: file.type });
  });
};
