import type { Invitation } from '../persistence/invitations.js';
import type { Problem } from '../problem/problem.js';
import type { Site } from '../site.js';
import { secretHash } from './secret-hash.js';
import { securityEntry } from './security-entry.js';
import { absoluteLifetimeMs } from './session-lifetime.js';
import type { Visit } from './visit.js';

/**
 * Uses an invitation up and begins the session of its bearer. Of two at the same moment one wins. The session the browser came with ends: a
 * session never changes whom it speaks for.
 * @param tooLate what is said when it, or the delegation behind it, was used, revoked or ran out meanwhile; it is given what it is by now
 * @returns the secret of the new session, for the cookie
 */
export const enterBy = async (
  site: Site,
  invitation: Invitation,
  visit: Visit,
  tooLate: (found: Invitation | null) => Problem,
): Promise<string> => {
  const { clock, random, store } = site;
  const now = clock.now();
  const { id, establishmentId, delegationId, purpose } = invitation;
  const delegation = delegationId === null ? null : await store.delegations.byId(delegationId);
  if (delegationId !== null && (delegation === null || delegation.revokedAt !== null || delegation.expiresAt <= now))
    throw tooLate(invitation);
  const latest = now.getTime() + absoluteLifetimeMs;
  const expiresAt = new Date(delegation === null ? latest : Math.min(latest, delegation.expiresAt.getTime()));
  const sessionSecret = random.secret();
  const sessionId = secretHash(sessionSecret);
  const actor = {
    role: delegationId === null ? ('respondent' as const) : ('delegate' as const),
    accountId: null,
    sessionId,
    from: visit.from,
  };
  const entry = securityEntry(site, actor, {
    action: 'invitation.redeem',
    establishmentId,
    subject: { kind: 'invitation', id },
    facts: { purpose, ...(delegationId === null ? {} : { delegation: delegationId }) },
  });
  await store.transaction(async (within) => {
    // The answer to an earlier try of this very transaction may have been lost after it was kept.
    if ((await within.sessions.byId(sessionId)) !== null) return;
    if (!(await within.invitations.use(id, now))) throw tooLate(await within.invitations.byId(id));
    if (visit.sessionSecret !== null) await within.sessions.remove(secretHash(visit.sessionSecret));
    await within.sessions.add({
      id: sessionId,
      establishmentId,
      invitationId: id,
      delegationId,
      accountId: null,
      secondFactor: false,
      pendingFactor: null,
      device: visit.device,
      address: visit.from,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    });
    await within.auditEntries.add(entry);
  });
  return sessionSecret;
};
