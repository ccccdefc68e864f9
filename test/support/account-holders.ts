import { randomUUID } from 'node:crypto';
import { operator } from '../../server/operations/account-holder.js';
import { addAccount } from '../../server/operations/add-account.js';
import { everywhere, giveRole } from '../../server/operations/give-role.js';
import { secretHash } from '../../server/operations/secret-hash.js';
import { absoluteLifetimeMs } from '../../server/operations/session-lifetime.js';
import type { Account } from '../../server/persistence/accounts.js';
import type { Scope } from '../../server/persistence/grants.js';
import type { Session } from '../../server/persistence/sessions.js';
import type { Site } from '../../server/site.js';
import type { AccountRole } from '../../server/survey/role.js';
import type { Browser } from './http-client.js';

/** A new account with roles, without a way in. */
export const accountWith = async (site: Site, roles: readonly AccountRole[], scope: Partial<Scope> = {}): Promise<Account> => {
  const added = await addAccount(site, { loginName: `t-${randomUUID()}`, name: '시험 사용자', email: null }, operator);
  for (const role of roles) await giveRole(site, { accountId: added.id, role, scope: { ...everywhere, ...scope }, until: null }, operator);
  return (await site.store.accounts.byId(added.id)) ?? added;
};

/** Lays a session into a browser, as entering or signing in would; returns its id. */
export const letIn = async (
  site: Site,
  browser: Browser,
  who: Pick<Session, 'accountId' | 'establishmentId' | 'secondFactor'> & Partial<Pick<Session, 'delegationId'>>,
): Promise<string> => {
  const secret = site.random.secret();
  const now = site.clock.now();
  const id = secretHash(secret);
  await site.store.sessions.add({
    id,
    delegationId: null,
    ...who,
    invitationId: null,
    pendingFactor: null,
    device: 'test',
    address: '192.0.2.1',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + absoluteLifetimeMs),
  });
  browser.cookies.set('onsil-session', secret);
  return id;
};
