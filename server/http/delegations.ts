import { createDelegation, delegationDays, readDelegations, revokeDelegation } from '../operations/delegate.js';
import type { Respondent } from '../operations/respondent.js';
import { delegationMadePage, delegationsPage, delegationsPath, type TypedDelegation } from '../presentation/delegation-page.js';
import { askedSections } from '../presentation/page-order.js';
import type { Problem } from '../problem/problem.js';
import type { Site } from '../site.js';
import { enterPath } from './access.js';
import { named } from './named.js';
import type { Language, Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';
import { wholeNumber } from './whole-number.js';

const untyped: TypedDelegation = { name: '', days: '7', sections: [], maySubmit: false };

const pageOf = async (
  site: Site,
  who: Respondent,
  responseId: string,
  shown: { readonly typed: TypedDelegation; readonly fault: Problem | null; readonly done: boolean },
  language: Language,
) => {
  const { form, delegations, now, isOpen } = await readDelegations(site, who, responseId);
  const { edition, state, round } = form;
  const sections = askedSections(edition, state);
  const establishment = named(form.establishment, round);
  const read = { establishment, sections, responseId, delegations, now, isOpen, mostDays: delegationDays, done: shown.done };
  return delegationsPage(read, shown.typed, shown.fault, language);
};

/** Letting an accountant or a consultant fill in for a while. */
export const delegationRoutes = (route: Routes): void => {
  route.get('/responses/:responseId/delegations', async ({ site, principal, params, query, language }, reply) => {
    const shown = { typed: untyped, fault: null, done: query.has('done') };
    reply.view('admin', await pageOf(site, principal, params.responseId ?? '', shown, language));
  });

  route.post('/responses/:responseId/delegations', async (request, reply) => {
    const { site, principal, params, form, language, baseUrl } = request;
    const responseId = params.responseId ?? '';
    const typed: TypedDelegation = {
      name: request.field('name') ?? '',
      days: request.field('days') ?? '',
      sections: form.get('sections') ?? [],
      maySubmit: request.field('maySubmit') === '1',
    };
    const sections = typed.sections.length === 0 ? null : typed.sections;
    const days = wholeNumber(typed.days.normalize('NFKC').trim()) ?? 0;
    const done = await orTypedFault(() => createDelegation(site, principal, { ...typed, responseId, days, sections }));
    if (done.fault !== null)
      return reply.view(
        'admin',
        await pageOf(site, principal, responseId, { typed, fault: done.fault, done: false }, language),
        done.fault,
      );
    const { delegation, secret, code } = done.value;
    const { form: read } = await readDelegations(site, principal, responseId);
    const establishment = named(read.establishment, read.round);
    const made = { establishment, responseId, delegation, link: `${baseUrl}${enterPath(secret)}`, code };
    reply.view('handOver', delegationMadePage(made, language));
  });

  route.post('/responses/:responseId/delegations/:delegationId/revoke', async ({ site, principal, params }, reply) => {
    const responseId = params.responseId ?? '';
    await revokeDelegation(site, principal, { responseId, delegationId: params.delegationId ?? '' });
    reply.redirect(`${delegationsPath(responseId)}?done=1`);
  });
};
