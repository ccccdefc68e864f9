import type { Cookies } from '../operations/begin-session.js';
import { choosePassword, lookAtAccountLink } from '../operations/choose-password.js';
import { passSecondFactor } from '../operations/second-factor.js';
import { signIn } from '../operations/sign-in.js';
import { beginIdentity, signInByIdentity } from '../operations/sign-in-by-identity.js';
import { choosePasswordPage, codePage, passwordSetPage, signInPage } from '../presentation/sign-in-pages.js';
import { accessProblem } from '../problem/access-problems.js';
import { nextStep } from './principal.js';
import type { RouteReply, Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

const day = 24 * 60 * 60;
/** Time to sign in at the organization. */
const identitySeconds = 10 * 60;
const identityCallback = '/sign-in/identity/back';

/** The path of a one-time link to choose a password. */
export const passwordPath = (secret: string): string => `/choose-password/${secret}`;

/** Hands the cookies of a session that has begun to its browser. */
export const handOver = (reply: RouteReply, { sessionSecret, deviceSecret }: Cookies): void => {
  reply.setCookie({ name: 'session', value: sessionSecret });
  if (deviceSecret !== null) reply.setCookie({ name: 'device', value: deviceSecret, maxAgeSeconds: 180 * day });
};

/** Signing in with an account: password or organization, then the second factor. */
export const signInRoutes = (route: Routes): void => {
  const page = (site: { readonly identityProvider?: unknown }, loginName: string) => ({
    loginName,
    hasIdentityProvider: site.identityProvider !== undefined,
  });

  route.get('/sign-in', async ({ site, principal, language }, reply) => {
    if (principal.role === 'account' || principal.role === 'entering') reply.redirect(nextStep(principal));
    else reply.view('entryForm', signInPage(page(site, ''), null, language));
  });

  route.post('/sign-in', async (request, reply) => {
    const { site, visit, language } = request;
    const typed = { loginName: request.field('loginName') ?? '', password: request.field('password') ?? '' };
    const done = await orTypedFault(() => signIn(site, typed, visit));
    if (done.fault !== null) return reply.view('entryForm', signInPage(page(site, typed.loginName), done.fault, language), done.fault);
    handOver(reply, done.value);
    reply.redirect('/work');
  });

  route.get('/sign-in/code', async ({ principal, language }, reply) => {
    if (principal.needs === 'code') reply.view('entryForm', codePage(null, language));
    else reply.redirect(nextStep(principal));
  });

  route.post('/sign-in/code', async (request, reply) => {
    const { site, principal, visit, language } = request;
    const done = await orTypedFault(() => passSecondFactor(site, principal, request.field('code') ?? '', visit));
    if (done.fault !== null) return reply.view('entryForm', codePage(done.fault, language), done.fault);
    handOver(reply, done.value);
    reply.redirect('/work');
  });

  route.get('/sign-in/identity', async ({ site, baseUrl }, reply) => {
    const { address, memory } = await beginIdentity(site, `${baseUrl}${identityCallback}`);
    reply.setCookie({ name: 'identity', value: memory, maxAgeSeconds: identitySeconds });
    reply.leave(address);
  });

  route.get('/sign-in/identity/back', async ({ site, baseUrl, path, visit, identityCookie }, reply) => {
    reply.setCookie({ name: 'identity', value: null });
    handOver(reply, await signInByIdentity(site, new URL(path, baseUrl), identityCookie, visit));
    reply.redirect('/work');
  });

  // Opening the link uses nothing up; a password that is taken does.
  route.get('/choose-password/:secret', async ({ site, params, language }, reply) => {
    const secret = params.secret ?? '';
    const whose = await lookAtAccountLink(site, secret);
    reply.view('entryForm', choosePasswordPage({ ...whose, path: passwordPath(secret) }, null, language));
  });

  route.post('/choose-password/:secret', async (request, reply) => {
    const { site, params, visit, language } = request;
    const secret = params.secret ?? '';
    const whose = await lookAtAccountLink(site, secret);
    const [password, again] = [request.field('password'), request.field('again')];
    if (password === undefined || again === undefined) throw accessProblem('formIncomplete');
    const { fault } = await orTypedFault(() => choosePassword(site, secret, { password, again }, visit.from));
    if (fault === null) reply.view('done', passwordSetPage(language));
    else reply.view('entryForm', choosePasswordPage({ ...whose, path: passwordPath(secret) }, fault, language), fault);
  });
};
