import { downloadPlan } from '../operations/download-plan.js';
import type { Routes } from './route.js';

export const planDownloadRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/plan.pdf', async ({ site, principal, params, query, language }, reply) => {
    const asked = query.get('language')?.[0];
    const report = await downloadPlan(site, principal, params.responseId ?? '', asked === 'ko' || asked === 'en' ? asked : language);
    reply.file({ bytes: report.bytes, name: report.fileName, type: report.type });
  });
};
