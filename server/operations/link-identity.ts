import type { AuditActor } from '../persistence/audit-entries.js';
import { AlreadyThere } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { securityEntry } from './security-entry.js';

/**
 * Links an account with its owner at the identity provider, or unlinks it (null). Only an administrator does this: signing in at the
 * provider makes no account and gives no role. Throws accountUnknown, identityTaken.
 */
export const linkIdentity = async (
  site: Site,
  accountId: string,
  identity: { readonly issuer: string; readonly subject: string } | null,
  by: AuditActor,
): Promise<void> => {
  const subject = { kind: 'account', id: accountId } as const;
  const entry = securityEntry(site, by, { action: 'account.identity', subject, facts: { linked: identity === null ? 0 : 1 } });
  try {
    await site.store.transaction(async (within) => {
      const account = await within.accounts.byId(accountId);
      if (account === null) throw accessProblem('accountUnknown', { id: accountId }, 'account');
      const linked = { oidcIssuer: identity?.issuer ?? null, oidcSubject: identity?.subject ?? null };
      if (account.oidcIssuer === linked.oidcIssuer && account.oidcSubject === linked.oidcSubject) return;
      await within.accounts.replace({ ...account, ...linked }, account.revision);
      await within.sessions.removeOfAccount(accountId);
      await within.auditEntries.add(entry);
    });
  } catch (error) {
    if (error instanceof AlreadyThere) throw accessProblem('identityTaken', {}, 'subject');
    throw error;
  }
};
