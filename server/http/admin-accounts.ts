import { holderActor } from '../operations/account-holder.js';
import {
  giveTypedRole,
  linkForAccount,
  listAccounts,
  listLimits,
  makeAccount,
  readAccount,
  switchAccount,
} from '../operations/administer-accounts.js';
import { endRole } from '../operations/give-role.js';
import {
  accountAdminPage,
  accountLinkPage,
  accountPath,
  accountsPage,
  emptyGrant,
  newAccountPage,
  type TypedGrant,
} from '../presentation/accounts-page.js';
import type { Routes } from './route.js';
import { orTypedFault } from './typed-fault.js';

type Typed = { field(name: string): string | undefined };

const grantIn = (request: Typed): TypedGrant => ({
  role: request.field('role') ?? '',
  organization: request.field('organization') ?? '',
  region: request.field('region') ?? '',
  roundId: request.field('roundId') ?? '',
  from: request.field('from') ?? '',
  until: request.field('until') ?? '',
});

/** Users: their roles, links, delegation, disabling. */
export const adminAccountRoutes = (route: Routes): void => {
  route.get('/admin/accounts', async ({ site, language }, reply) => reply.view('admin', accountsPage(await listAccounts(site), language)));

  route.get('/admin/new-account', async ({ site, language }, reply) => {
    const typed = { ...emptyGrant, loginName: '', name: '', email: '' };
    reply.view('admin', newAccountPage(typed, await listLimits(site), null, language));
  });

  route.post('/admin/accounts', async (request, reply) => {
    const { site, principal, language } = request;
    const field = (name: string): string => request.field(name) ?? '';
    const typed = { ...grantIn(request), loginName: field('loginName'), name: field('name'), email: field('email') };
    const done = await orTypedFault(() => makeAccount(site, principal, typed));
    if (done.fault === null) return reply.redirect(`${accountPath(done.value.id)}?done=1`);
    reply.view('admin', newAccountPage(typed, await listLimits(site), done.fault, language), done.fault);
  });

  route.get('/admin/accounts/:accountId', async ({ site, params, query, language }, reply) => {
    const said = { typed: emptyGrant, fault: null, done: query.has('done') };
    const read = await readAccount(site, params.accountId ?? '');
    reply.view('admin', accountAdminPage(read, said, await listLimits(site), language));
  });

  route.post('/admin/accounts/:accountId/link', async ({ site, principal, params, baseUrl, language }, reply) => {
    const { account, secret, expiresAt } = await linkForAccount(site, principal, params.accountId ?? '');
    const link = `${baseUrl}/choose-password/${secret}`;
    reply.view('admin', accountLinkPage({ name: account.name, id: account.id, link, expiresAt }, language));
  });

  /** Does something to an account; a fault is told on its page. */
  type Act = (request: Parameters<Parameters<typeof route.post<'/admin/accounts/:accountId/roles'>>[1]>[0], id: string) => Promise<void>;
  const act = (path: `/admin/accounts/:accountId/${'roles' | 'disable' | 'enable' | 'roles/:grantId/end'}`, doIt: Act): void =>
    route.post(path, async (request, reply) => {
      const { site, params, language } = request;
      const id = params.accountId ?? '';
      const { fault } = await orTypedFault(() => doIt(request, id));
      if (fault === null) return reply.redirect(`${accountPath(id)}?done=1`);
      const typed = path.endsWith('/roles') ? grantIn(request) : emptyGrant;
      const read = await readAccount(site, id);
      reply.view('admin', accountAdminPage(read, { typed, fault, done: false }, await listLimits(site), language), fault);
    });

  act('/admin/accounts/:accountId/roles', (request, id) => giveTypedRole(request.site, request.principal, id, grantIn(request)));
  act('/admin/accounts/:accountId/disable', ({ site, principal }, id) => switchAccount(site, principal, id, true));
  act('/admin/accounts/:accountId/enable', ({ site, principal }, id) => switchAccount(site, principal, id, false));
  act('/admin/accounts/:accountId/roles/:grantId/end', ({ site, principal, params }, id) =>
    endRole(site, id, params.grantId ?? '', holderActor(principal)),
  );
};
