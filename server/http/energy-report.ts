import { checkEnergyReport, energyReportFile } from '../operations/energy-report.js';
import { mostKib, saveImport } from '../operations/import-form.js';
import { type ResponseForm, readForm } from '../operations/response-form.js';
import { energyReportPage, energyReportPath } from '../presentation/energy-report-page.js';
import { sheetPreviewPage } from '../presentation/sheet-page.js';
import { accessProblem } from '../problem/access-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import { named } from './named.js';
import type { Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

/** A form that the energy report says something about. Throws notFound for one it does not. */
const reported = (form: ResponseForm) => {
  const { energyReport } = form.edition;
  if (energyReport === null || energyReport.sources.length === 0) throw accessProblem('notFound');
  return { energyReport, ofResponse: { ...form, establishment: named(form.establishment, form.round) } };
};

/** The yearly energy use report of large users, read from a file, shown, and filled in when the respondent agrees. */
export const energyReportRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/energy-report', async ({ site, principal, params, query, language }, reply) => {
    const { ofResponse } = reported(await readForm(site, principal, params.responseId ?? ''));
    const count = query.get('saved')?.[0];
    const saved = count !== undefined && /^\d{1,4}$/.test(count) ? Number(count) : null;
    reply.view('respondent', energyReportPage(ofResponse, { kib: mostKib, saved, fault: null }, language));
  });

  route.get('/responses/:responseId/energy-report/template.csv', async ({ site, principal, params, language }, reply) => {
    const { energyReport } = reported(await readForm(site, principal, params.responseId ?? ''));
    const { bytes, fileName, type } = energyReportFile(energyReport, language);
    reply.file({ bytes, name: fileName, type });
  });

  route.postFile('/responses/:responseId/energy-report', async ({ site, principal, params, file, language }, reply) => {
    const responseId = params.responseId ?? '';
    const { ofResponse } = reported(await readForm(site, principal, responseId));
    const { fault, value } = await orTypedFault(() => checkEnergyReport(site, principal, responseId, file));
    if (fault !== null)
      return reply.view('respondent', energyReportPage(ofResponse, { kib: mostKib, saved: null, fault }, language), fault);
    const { form, ...checked } = value;
    const asks = checked.answers.refusals.length > 0 || checked.notes.length > 0;
    const page = sheetPreviewPage(ofResponse, { ...checked, edition: form.edition, path: energyReportPath(responseId) }, language);
    reply.view('respondent', page, asks ? 422 : 200);
  });

  route.post('/responses/:responseId/energy-report/save', async (request, reply) => {
    const { site, principal, params, language } = request;
    const responseId = params.responseId ?? '';
    const revision = request.field('revision');
    if (revision === undefined || !/^\d{1,9}$/.test(revision)) throw siteProblem('fieldMissing', { name: 'revision' }, 'revision');
    const toSave = { responseId, revision: Number(revision), toSave: request.field('fields') ?? '', source: 'energyReport' } as const;
    const { fault, value } = await orTypedFault(() => saveImport(site, principal, toSave));
    if (fault === null) return reply.redirect(`${energyReportPath(responseId)}?saved=${value}`);
    const { ofResponse } = reported(await readForm(site, principal, responseId));
    reply.view('respondent', energyReportPage(ofResponse, { kib: mostKib, saved: null, fault }, language), fault);
  });
};
