import { addRound, listBanks, listRounds, readRound, stepRound } from '../operations/administer-rounds.js';
import { setContact } from '../operations/set-contact.js';
import { roundContactPage } from '../presentation/round-contact-page.js';
import { newRoundPage, roundAdminPage, roundPath, roundStepPage, roundsAdminPage } from '../presentation/rounds-admin-page.js';
import type { Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

const steps = ['open', 'close', 'archive'] as const;

/** Rounds of the survey: prepared, opened, closed, put away. */
export const adminRoundRoutes = (route: Routes): void => {
  route.get('/admin/rounds', async ({ site, principal, language }, reply) => {
    reply.view('admin', roundsAdminPage(await listRounds(site, principal), language));
  });

  route.get('/admin/new-round', async ({ site, language }, reply) => {
    const banks = listBanks(site);
    reply.view('admin', newRoundPage(banks, { code: '', bank: banks[0]?.id ?? '' }, null, language));
  });

  route.post('/admin/rounds', async (request, reply) => {
    const { site, principal, language } = request;
    const typed = { code: request.field('code') ?? '', bank: request.field('bank') ?? '' };
    const done = await orTypedFault(() => addRound(site, principal, typed));
    if (done.fault !== null) return reply.view('admin', newRoundPage(listBanks(site), typed, done.fault, language), done.fault);
    reply.redirect(`${roundPath(done.value.id)}?created=1`);
  });

  route.get('/admin/rounds/:roundId', async ({ site, principal, params, query, language }, reply) => {
    const said = query.has('created') ? 'created' : query.has('done') ? 'done' : null;
    reply.view('admin', roundAdminPage(await readRound(site, principal, params.roundId ?? ''), said, language));
  });

  route.get('/admin/rounds/:roundId/contact', async ({ site, principal, params, query, language }, reply) => {
    const { round } = await readRound(site, principal, params.roundId ?? '');
    const typed = round.contact ?? { desk: '', phone: '', email: '', hours: '' };
    reply.view('admin', roundContactPage(round, { typed, fault: null, saved: query.has('done') }, language));
  });

  route.post('/admin/rounds/:roundId/contact', async (request, reply) => {
    const { site, principal, params, language } = request;
    const roundId = params.roundId ?? '';
    const textOf = (name: string): string => request.field(name) ?? '';
    const typed = { desk: textOf('desk'), phone: textOf('phone'), email: textOf('email'), hours: textOf('hours') };
    const { fault } = await orTypedFault(() => setContact(site, principal, roundId, typed));
    if (fault === null) return reply.redirect(`${roundPath(roundId)}/contact?done=1`);
    const { round } = await readRound(site, principal, roundId);
    reply.view('admin', roundContactPage(round, { typed, fault, saved: false }, language), fault);
  });

  for (const step of steps) {
    route.get(`/admin/rounds/:roundId/${step}`, async ({ site, principal, params, language }, reply) => {
      const { round } = await readRound(site, principal, params.roundId ?? '');
      reply.view('admin', roundStepPage(round, step, { reason: '', fault: null }, language));
    });

    route.post(`/admin/rounds/:roundId/${step}`, async (request, reply) => {
      const { site, principal, params, language } = request;
      const roundId = params.roundId ?? '';
      const reason = request.field('reason') ?? '';
      const done = await orTypedFault(() => stepRound(site, principal, { roundId, step, reason, sure: request.field('sure') === '1' }));
      if (done.fault === null) return reply.redirect(`${roundPath(roundId)}?done=1`);
      const { round } = await readRound(site, principal, roundId);
      reply.view('admin', roundStepPage(round, step, { reason, fault: done.fault }, language), done.fault);
    });
  }
};
