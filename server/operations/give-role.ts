import type { AuditActor } from '../persistence/audit-entries.js';
import type { Grant, Scope } from '../persistence/grants.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { type AccountRole, accountRoles, joinedPowers } from '../survey/role.js';
import { keepAnAdministrator } from './last-administrator.js';
import { securityEntry } from './security-entry.js';

export interface RoleToGive {
  readonly accountId: string;
  readonly role: AccountRole;
  readonly scope: Scope;
  /** When a delegation begins; absent: at once. */
  readonly from?: Date | null;
  /** When a delegation ends by itself; null: it does not. */
  readonly until: Date | null;
}

/** No limit but the role's own. */
export const everywhere: Scope = { organization: null, regions: null, roundIds: null };

/** Throws roleTime for a role that would end before it begins, or has ended already. */
export const assertTimes = (now: Date, from: Date | null, until: Date | null): void => {
  if (until !== null && (until <= now || (from !== null && until <= from))) throw accessProblem('roleTime', {}, 'until');
};

/**
 * Gives an account a role within a scope. Its sessions end: whoever's rights change signs in anew.
 * Throws accountUnknown, roleUnknown, roleTime, rolesApart when the account would hold together what no person may.
 */
export const giveRole = async (site: Site, { accountId, role, scope, from = null, until }: RoleToGive, by: AuditActor): Promise<Grant> => {
  if (!accountRoles.includes(role)) throw accessProblem('roleUnknown', { role: String(role) }, 'role');
  const now = site.clock.now();
  assertTimes(now, from, until);
  const grant: Grant = {
    id: site.random.uuid(),
    accountId,
    role,
    scope,
    grantedBy: by.accountId,
    grantedAt: now,
    from,
    until,
    endedAt: null,
  };
  const entry = securityEntry(site, by, {
    action: 'grant.add',
    subject: { kind: 'account', id: accountId },
    facts: { grant: grant.id, role },
  });
  await site.store.transaction(async (within) => {
    if ((await within.grants.byId(grant.id)) !== null) return;
    const account = await within.accounts.byId(accountId);
    if (account === null) throw accessProblem('accountUnknown', { id: accountId }, 'account');
    // Those that begin later count: what is kept apart must not meet then either.
    const held = (await within.grants.ofAccount(accountId)).filter((one) => one.until === null || one.until > now).map((one) => one.role);
    if (joinedPowers([...held, role]) !== null) throw accessProblem('rolesApart', {}, 'role');
    // The account is written too, so that of two roles given at once the second sees the first.
    await within.accounts.replace(account, account.revision);
    await within.grants.add(grant);
    await within.sessions.removeOfAccount(accountId);
    await within.auditEntries.add(entry);
  });
  return grant;
};

/** Ends a role. The account's sessions end with it. Throws grantUnknown, lastAdministrator. */
export const endRole = async (site: Site, accountId: string, grantId: string, by: AuditActor): Promise<void> => {
  const now = site.clock.now();
  const entry = securityEntry(site, by, { action: 'grant.end', subject: { kind: 'account', id: accountId }, facts: { grant: grantId } });
  await site.store.transaction(async (within) => {
    const grant = await within.grants.byId(grantId);
    if (grant === null || grant.accountId !== accountId) throw accessProblem('grantUnknown', { id: grantId }, 'grant');
    if (!(await within.grants.end(grantId, accountId, now))) return;
    if (grant.role === 'administrator') await keepAnAdministrator(within, now);
    await within.sessions.removeOfAccount(accountId);
    await within.auditEntries.add(entry);
  });
};
