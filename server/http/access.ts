import { createReturnLink } from '../operations/create-invitation.js';
import { endSession } from '../operations/end-session.js';
import { lookAtInvitation, redeemInvitation } from '../operations/redeem-invitation.js';
import { siteProblem } from '../problem/site-problems.js';
import { oneField } from './form-fields.js';
import type { Principal } from './principal.js';
import type { Routes } from './route.js';
import { sitePath } from './site-path.js';
import { orTypedFault } from './typed-fault.js';

/** The first page of a respondent. */
const home = '/responses';
const year = 365 * 24 * 60 * 60;

/** The path of a one-time link. */
export const enterPath = (secret: string): string => `/enter/${secret}`;

const establishmentOf = (principal: Principal): string | null => (principal.role === 'respondent' ? principal.establishmentId : null);

/** Getting in, coming back, getting out, and the language of the pages. */
export const accessRoutes = (route: Routes): void => {
  // Opening a link uses nothing up: programs that read mail open every link in it. The button does.
  route.get('/enter/:secret', async ({ site, params, principal }, reply) => {
    const secret = params.secret ?? '';
    const { asks } = await lookAtInvitation(site, secret, establishmentOf(principal));
    reply.view('invitation', { path: enterPath(secret), asks, typed: '', fault: null });
  });

  route.post('/enter/:secret', async (request, reply) => {
    const { site, params, principal, visit } = request;
    const secret = params.secret ?? '';
    const [businessNumber = '', code = ''] = [request.field('businessNumber'), request.field('code')];
    const inFor = establishmentOf(principal);
    const done = await orTypedFault(() => redeemInvitation(site, { secret, businessNumber, code, inFor }, visit));
    if (done.fault !== null) {
      const { asks } = await lookAtInvitation(site, secret, inFor);
      const typed = asks === 'code' ? code : businessNumber;
      return reply.view('invitation', { path: enterPath(secret), asks, typed, fault: done.fault }, done.fault);
    }
    reply.setCookie({ name: 'session', value: done.value });
    reply.redirect(home);
  });

  route.post('/return-link', async ({ site, principal, baseUrl }, reply) => {
    const { secret, expiresAt } = await createReturnLink(site, principal);
    reply.view('returnLink', { link: `${baseUrl}${enterPath(secret)}`, expiresAt });
  });

  route.post('/sign-out', async ({ site, principal }, reply) => {
    await endSession(site, principal);
    reply.setCookie({ name: 'session', value: null });
    reply.redirect('/');
  });

  route.get('/language', async ({ query }, reply) => {
    const to = oneField(query, 'to');
    if (to !== 'ko' && to !== 'en') throw siteProblem('fieldMissing', { name: 'to' }, 'to');
    reply.setCookie({ name: 'language', value: to, maxAgeSeconds: year });
    reply.redirect(sitePath(oneField(query, 'back')));
  });
};
