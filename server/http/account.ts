import { changePassword } from '../operations/change-password.js';
import { enrolFactor, readEnrolment, renewRecoveryCodes } from '../operations/enrol-factor.js';
import { sessionTimes } from '../operations/find-session.js';
import { endOwnSession, readOwnAccount, signOutEverywhere } from '../operations/own-account.js';
import { accountPage } from '../presentation/account-page.js';
import { changePasswordPage, enrolPage, recoveryPage } from '../presentation/sign-in-pages.js';
import { workPage } from '../presentation/work-page.js';
import { workLinks } from './access-table.js';
import { nextStep } from './principal.js';
import type { Routes } from './route.js';
import { handOver } from './sign-in.js';
import { orTypedFault } from './typed-fault.js';

/** One's own account: the second factor, the password, the sessions. */
export const accountRoutes = (route: Routes): void => {
  route.get('/work', async ({ principal, language }, reply) => {
    reply.view('work', workPage(principal, workLinks(principal), language));
  });

  route.get('/account', async ({ site, principal, query, language }, reply) => {
    const said = { passwordChanged: query.has('changed'), fault: null };
    reply.view('account', accountPage(await readOwnAccount(site, principal), said, language));
  });

  route.get('/account/password', async ({ language }, reply) => reply.view('entryForm', changePasswordPage(null, language)));

  route.post('/account/password', async (request, reply) => {
    const { site, principal, visit, language } = request;
    const field = (name: string): string => request.field(name) ?? '';
    const typed = { present: field('present'), password: field('password'), again: field('again') };
    const done = await orTypedFault(() => changePassword(site, principal, typed, visit));
    if (done.fault !== null) return reply.view('entryForm', changePasswordPage(done.fault, language), done.fault);
    handOver(reply, done.value);
    reply.redirect('/account?changed=1');
  });

  route.post('/account/sessions/:sessionRef/end', async ({ site, principal, params }, reply) => {
    await endOwnSession(site, principal, params.sessionRef ?? '');
    reply.redirect('/account');
  });

  route.post('/account/sign-out-everywhere', async ({ site, principal }, reply) => {
    await signOutEverywhere(site, principal);
    reply.setCookie({ name: 'session', value: null });
    reply.redirect('/');
  });

  route.post('/account/recovery-codes', async (request, reply) => {
    const { site, principal, visit, language } = request;
    const done = await orTypedFault(() => renewRecoveryCodes(site, principal, request.field('code') ?? '', visit));
    if (done.fault === null) return reply.view('recovery', recoveryPage(done.value, language));
    const said = { passwordChanged: false, fault: done.fault };
    reply.view('account', accountPage(await readOwnAccount(site, principal), said, language), done.fault);
  });

  route.get('/sign-in/enrol', async ({ site, principal, language }, reply) => {
    if (principal.role === 'entering' && principal.needs === 'code') return reply.redirect(nextStep(principal));
    const needed = principal.role === 'entering';
    reply.view('enrol', enrolPage({ ...(await readEnrolment(site, principal)), needed }, null, language));
  });

  route.post('/sign-in/enrol', async (request, reply) => {
    const { site, principal, visit, language } = request;
    const done = await orTypedFault(() => enrolFactor(site, principal, request.field('code') ?? '', visit));
    if (done.fault !== null) {
      const enrolment = { ...(await readEnrolment(site, principal)), needed: principal.role === 'entering' };
      return reply.view('enrol', enrolPage(enrolment, done.fault, language), done.fault);
    }
    handOver(reply, done.value.cookies);
    reply.view('recovery', recoveryPage(done.value.recoveryCodes, language));
  });

  // What the script that warns before a session ends asks at the press of a button: being asked is what keeps the session alive.
  route.post('/session', async ({ site, principal }, reply) => reply.json(sessionTimes(principal, site.clock.now())));
};
