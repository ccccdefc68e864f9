import type { AuditActor } from '../persistence/audit-entries.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { securityEntry } from './security-entry.js';

/**
 * Takes the authenticator app and the recovery codes of an account away, for an owner who lost both: another is set up at the next
 * sign-in. Its sessions end. Throws accountUnknown.
 */
export const resetFactor = async (site: Site, accountId: string, by: AuditActor): Promise<void> => {
  const entry = securityEntry(site, by, { action: 'account.factor', subject: { kind: 'account', id: accountId }, facts: { reset: 1 } });
  await site.store.transaction(async (within) => {
    const account = await within.accounts.byId(accountId);
    if (account === null) throw accessProblem('accountUnknown', { id: accountId }, 'account');
    if (account.totpSecret === null) return;
    await within.accounts.replace({ ...account, totpSecret: null, recoveryHashes: [] }, account.revision);
    await within.sessions.removeOfAccount(accountId);
    await within.devices.removeOfAccount(accountId);
    await within.auditEntries.add(entry);
  });
};
