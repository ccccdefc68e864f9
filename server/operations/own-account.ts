import type { Account } from '../persistence/accounts.js';
import type { Session } from '../persistence/sessions.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import type { AccountRole } from '../survey/role.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { grantsInForce } from './grants-in-force.js';
import { securityEntry } from './security-entry.js';
import { accountIdleLifetimeMs } from './session-lifetime.js';

/** What somebody sees of their own account. */
export interface OwnAccount {
  readonly account: Pick<Account, 'loginName' | 'name' | 'totpSecret' | 'recoveryHashes' | 'oidcSubject' | 'passwordHash'>;
  readonly roles: readonly AccountRole[];
  /** Those that have not ended, latest seen first. */
  readonly sessions: readonly (Session & { readonly isThis: boolean })[];
}

/** One's own account with its roles and the browsers that are signed in. */
export const readOwnAccount = async (site: Site, who: AccountHolder): Promise<OwnAccount> => {
  const account = await site.store.accounts.byId(who.accountId);
  if (account === null) throw accessProblem('notFound');
  const now = site.clock.now();
  const sessions = (await site.store.sessions.ofAccount(who.accountId)).filter(
    ({ expiresAt, lastSeenAt }) => expiresAt > now && now.getTime() - lastSeenAt.getTime() <= accountIdleLifetimeMs,
  );
  return {
    account,
    roles: (await grantsInForce(site.store, who.accountId, now)).map(({ role }) => role),
    sessions: sessions.map((session) => ({ ...session, isThis: session.id === who.sessionId })),
  };
};

/** Ends one of one's own sessions. Throws notFound for another's exactly as for one that does not exist. */
export const endOwnSession = async (site: Site, who: AccountHolder, sessionId: string): Promise<void> => {
  const entry = securityEntry(site, holderActor(who), { action: 'session.end', subject: { kind: 'session', id: sessionId } });
  if (!(await site.store.sessions.removeOwn(sessionId, who.accountId))) throw accessProblem('notFound');
  await site.store.auditEntries.add(entry);
};

/** Signs out everywhere: every session of one's account ends, this one too, and no browser is remembered any more. */
export const signOutEverywhere = async (site: Site, who: AccountHolder): Promise<void> => {
  const entry = securityEntry(site, holderActor(who), {
    action: 'session.end',
    subject: { kind: 'account', id: who.accountId },
    facts: { all: 1 },
  });
  await site.store.transaction(async (within) => {
    if ((await within.sessions.removeOfAccount(who.accountId)) === 0) return;
    await within.devices.removeOfAccount(who.accountId);
    await within.auditEntries.add(entry);
  });
};
