import type { AuditActor } from '../persistence/audit-entries.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { keepAnAdministrator } from './last-administrator.js';
import { securityEntry } from './security-entry.js';

/** Disables an account, or enables it again. A disabled one cannot sign in, and its sessions end at once. Throws accountUnknown, lastAdministrator. */
export const setAccountDisabled = async (site: Site, accountId: string, disabled: boolean, by: AuditActor): Promise<void> => {
  const now = site.clock.now();
  const entry = securityEntry(site, by, {
    action: disabled ? 'account.disable' : 'account.enable',
    subject: { kind: 'account', id: accountId },
  });
  await site.store.transaction(async (within) => {
    const account = await within.accounts.byId(accountId);
    if (account === null) throw accessProblem('accountUnknown', { id: accountId }, 'account');
    if ((account.disabledAt !== null) === disabled) return;
    await within.accounts.replace({ ...account, disabledAt: disabled ? now : null }, account.revision);
    if (disabled) {
      if ((await within.grants.ofAccount(accountId)).some(({ role }) => role === 'administrator')) await keepAnAdministrator(within, now);
      await within.sessions.removeOfAccount(accountId);
      await within.accountLinks.revokeUnused(accountId, now);
    }
    await within.auditEntries.add(entry);
  });
};
