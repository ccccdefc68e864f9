import type { AccountHolder } from '../operations/account-holder.js';
import { assignChosen, chosenAtMost, printInvitations, revokeChosen } from '../operations/do-field-work.js';
import { readRoundWork } from '../operations/round-work.js';
import { sendInvitations } from '../operations/send-letters.js';
import { fieldWorkPage, progressPage, type TypedFieldWork, workSelections } from '../presentation/field-work-page.js';
import { roundPath } from '../presentation/rounds-admin-page.js';
import type { Problem } from '../problem/problem.js';
import type { Site } from '../site.js';
import { type FormFields, oneField } from './form-fields.js';
import type { RouteReply, RouteRequest, Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

const typedIn = (fields: FormFields): TypedFieldWork => ({
  which: workSelections.find((one) => one === oneField(fields, 'which')) ?? 'notEntered',
  chosen: fields.get('establishment') ?? [],
  sender: oneField(fields, 'sender') ?? '',
  contact: oneField(fields, 'contact') ?? '',
  surveyor: oneField(fields, 'surveyor') ?? '',
});

/** A name for the next order by mail; null where the site sends none. */
const orderFor = (site: Site): string | null => (site.mail === undefined ? null : site.random.uuid());

const showFault = async (request: RouteRequest<AccountHolder>, reply: RouteReply, typed: TypedFieldWork, fault: Problem): Promise<void> => {
  const { site, principal, params, language } = request;
  const work = await readRoundWork(site, principal, params.roundId ?? '');
  reply.view(
    'admin',
    fieldWorkPage(work, typed, { fault, done: false, limit: chosenAtMost, order: orderFor(site), sent: null }, language),
    fault,
  );
};

/** Letters, assignments and progress of a round. */
export const adminFieldWorkRoutes = (route: Routes): void => {
  route.get('/admin/rounds/:roundId/progress', async ({ site, principal, params, language }, reply) => {
    reply.view('admin', progressPage(await readRoundWork(site, principal, params.roundId ?? ''), language));
  });

  route.get('/admin/rounds/:roundId/field-work', async ({ site, principal, params, query, language }, reply) => {
    const work = await readRoundWork(site, principal, params.roundId ?? '');
    const said = { fault: null, done: query.has('done'), limit: chosenAtMost, order: orderFor(site), sent: null };
    reply.view('admin', fieldWorkPage(work, typedIn(query), said, language));
  });

  route.post('/admin/rounds/:roundId/letters.pdf', async (request, reply) => {
    const { site, principal, params, form, baseUrl } = request;
    const typed = typedIn(form);
    const { sender, contact, chosen: establishmentIds } = typed;
    const toPrint = { roundId: params.roundId ?? '', establishmentIds, sender, contact, baseUrl };
    const done = await orTypedFault(() => printInvitations(site, principal, toPrint));
    if (done.fault !== null) return showFault(request, reply, typed, done.fault);
    reply.file({ bytes: done.value.bytes, name: done.value.fileName, type: done.value.type });
  });

  route.post('/admin/rounds/:roundId/send', async (request, reply) => {
    const { site, principal, params, form, baseUrl, language } = request;
    const typed = typedIn(form);
    const { sender, contact, chosen: establishmentIds } = typed;
    const roundId = params.roundId ?? '';
    const toSend = { roundId, establishmentIds, sender, contact, baseUrl };
    const done = await orTypedFault(() => sendInvitations(site, principal, toSend, request.field('order') ?? ''));
    if (done.fault !== null) return showFault(request, reply, typed, done.fault);
    const said = { fault: null, done: false, limit: chosenAtMost, order: orderFor(site), sent: done.value };
    reply.view('admin', fieldWorkPage(await readRoundWork(site, principal, roundId), { ...typed, chosen: [] }, said, language));
  });

  route.post('/admin/rounds/:roundId/assign', async (request, reply) => {
    const { site, principal, params, form } = request;
    const typed = typedIn(form);
    const roundId = params.roundId ?? '';
    const { fault } = await orTypedFault(() =>
      assignChosen(site, principal, { roundId, establishmentIds: typed.chosen, surveyor: typed.surveyor }),
    );
    if (fault !== null) return showFault(request, reply, typed, fault);
    reply.redirect(`${roundPath(roundId)}/field-work?which=${typed.which}&done=1`);
  });

  route.post('/admin/rounds/:roundId/revoke', async (request, reply) => {
    const { site, principal, params, form } = request;
    const typed = typedIn(form);
    const roundId = params.roundId ?? '';
    const { fault } = await orTypedFault(() => revokeChosen(site, principal, { roundId, establishmentIds: typed.chosen }));
    if (fault !== null) return showFault(request, reply, typed, fault);
    reply.redirect(`${roundPath(roundId)}/field-work?which=${typed.which}&done=1`);
  });
};
