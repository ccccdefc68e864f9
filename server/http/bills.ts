import { type BillChoices, billQuestionsOf, type CheckedBills, lookAtBills, readBillFile, saveBills } from '../operations/import-bills.js';
import { mostKib } from '../operations/import-form.js';
import { readForm } from '../operations/response-form.js';
import { billsPage, billsPath, billsPreviewPage } from '../presentation/bills-page.js';
import type { Problem } from '../problem/problem.js';
import { siteProblem } from '../problem/site-problems.js';
import { named } from './named.js';
import type { RouteReply, RouteRequest, Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

type Request = Pick<RouteRequest, 'site' | 'params' | 'language' | 'field'> & { readonly principal: Parameters<typeof readForm>[1] };

const choicesIn = ({ field }: Request): BillChoices => ({
  question: field('question') ?? '',
  header: field('header'),
  columns: Object.fromEntries((['month', 'quantity', 'won', 'vat', 'customer'] as const).map((role) => [role, field(role) ?? ''])),
  unit: field('unit'),
  vat: field('tax'),
  which: field('which'),
});

/** The page where a file is chosen, with what was wrong or what was saved. */
const showChoice = async (
  { site, principal, params, language }: Omit<Request, 'field'>,
  reply: RouteReply,
  said: { saved?: number | null; fault?: Problem },
) => {
  const form = await readForm(site, principal, params.responseId ?? '');
  const { saved = null, fault = null } = said;
  const page = billsPage(
    { ...form, establishment: named(form.establishment, form.round) },
    { questions: billQuestionsOf(form), kib: mostKib, saved, fault },
    language,
  );
  if (fault === null) reply.view('respondent', page);
  else reply.view('respondent', page, fault);
};

const showPreview = ({ form, ...checked }: CheckedBills, { language }: Pick<Request, 'language'>, reply: RouteReply): void => {
  const page = billsPreviewPage(
    { ...form, establishment: named(form.establishment, form.round) },
    { ...checked, edition: form.edition },
    language,
  );
  reply.view('respondent', page, checked.answers.refusals.length > 0 ? 422 : 200);
};

/** Files of bills: read, understood as the respondent says, and put into the months of the reporting year. */
export const billRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/bills', async (request, reply) => {
    const count = request.query.get('saved')?.[0];
    await showChoice(request, reply, { saved: count !== undefined && /^\d{1,4}$/.test(count) ? Number(count) : null });
  });

  route.postFile('/responses/:responseId/bills', async (request, reply) => {
    const { site, principal, params, file } = request;
    const { fault, value } = await orTypedFault(() =>
      readBillFile(site, principal, params.responseId ?? '', file, request.field('question') ?? ''),
    );
    if (fault === null) showPreview(value, request, reply);
    else await showChoice(request, reply, { fault });
  });

  route.post('/responses/:responseId/bills/look', async (request, reply) => {
    const { site, principal, params } = request;
    const { fault, value } = await orTypedFault(() =>
      lookAtBills(site, principal, params.responseId ?? '', request.field('table') ?? '', choicesIn(request)),
    );
    if (fault === null) showPreview(value, request, reply);
    else await showChoice(request, reply, { fault });
  });

  route.post('/responses/:responseId/bills/save', async (request, reply) => {
    const { site, principal, params } = request;
    const responseId = params.responseId ?? '';
    const revision = request.field('revision');
    if (revision === undefined || !/^\d{1,9}$/.test(revision)) throw siteProblem('fieldMissing', { name: 'revision' }, 'revision');
    const toSave = { responseId, revision: Number(revision), table: request.field('table') ?? '', choices: choicesIn(request) };
    const { fault, value } = await orTypedFault(() => saveBills(site, principal, toSave));
    if (fault === null) reply.redirect(`${billsPath(responseId)}?saved=${value}`);
    else await showChoice(request, reply, { fault });
  });
};
