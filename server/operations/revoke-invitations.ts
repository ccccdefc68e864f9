import type { AuditActor } from '../persistence/audit-entries.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { securityEntry } from './security-entry.js';

/**
 * Takes every way into an establishment's answers back: links that were not used yet, of every kind, whoever was let fill in, and the
 * sessions of its respondents. Throws establishmentUnknown.
 */
export const revokeInvitations = async (site: Site, establishmentId: string, by: AuditActor): Promise<void> => {
  const now = site.clock.now();
  const subject = { kind: 'establishment', id: establishmentId } as const;
  const entry = securityEntry(site, by, { action: 'invitation.revoke', establishmentId, subject });
  await site.store.transaction(async (within) => {
    if ((await within.establishments.byId(establishmentId)) === null)
      throw accessProblem('establishmentUnknown', { id: establishmentId }, 'establishment');
    for (const purpose of ['demo', 'letter', 'return', 'device'] as const)
      await within.invitations.revokeUnused(establishmentId, purpose, now);
    await within.delegations.revokeOfEstablishment(establishmentId, now);
    await within.sessions.removeOfEstablishment(establishmentId);
    await within.auditEntries.add(entry);
  });
};
