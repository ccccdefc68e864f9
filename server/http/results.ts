import { readResult } from '../operations/read-result.js';
import { resultPage } from '../presentation/result-page.js';
import { named } from './named.js';
import type { Routes } from './route.js';

export const resultRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/result', async ({ site, principal, params, language }, reply) => {
    const responseId = params.responseId ?? '';
    const result = await readResult(site, principal, responseId);
    const page = resultPage(
      {
        ...result,
        responseId,
        establishment: named(result.establishment),
        newer: result.changedSince,
        ownReport: result.consents.ownReport === true,
        notes: result.notes,
      },
      language,
    );
    reply.view('result', page);
  });
};
