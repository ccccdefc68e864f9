import type { Invitation } from '../persistence/invitations.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { actorOf } from './respondent.js';
import { secretHash } from './secret-hash.js';
import { absoluteLifetimeMs } from './session-lifetime.js';

/** @param inFor the establishment the browser is signed in for already */
const usable = (invitation: Invitation | null, now: Date, inFor: string | null): Invitation => {
  if (invitation === null) throw accessProblem('linkUnknown');
  if (invitation.usedAt !== null) throw accessProblem(invitation.establishmentId === inFor ? 'linkUsedHere' : 'linkUsed');
  if (invitation.revokedAt !== null) throw accessProblem('linkRevoked');
  if (invitation.expiresAt <= now) throw accessProblem('linkExpired');
  return invitation;
};

/**
 * Looks whether a link could be used, without using it up: what opening it does.
 * @param inFor the establishment the browser is signed in for already; null: none
 * Throws linkUnknown, linkUsed, linkUsedHere, linkRevoked, linkExpired.
 */
export const lookAtInvitation = async (site: Site, secret: string, inFor: string | null = null): Promise<void> => {
  usable(await site.store.invitations.bySecretHash(secretHash(secret)), site.clock.now(), inFor);
};

/**
 * Uses a link up and signs its bearer in. Of two simultaneous clicks one wins.
 * @param previous secret of the session the browser came with, which ends: a session never changes whom it speaks for
 * @param inFor    the establishment that session speaks for; null: none
 * @returns the secret of the new session, for the cookie
 * Throws linkUnknown, linkUsed, linkUsedHere, linkRevoked, linkExpired.
 */
export const redeemInvitation = async (
  site: Site,
  secret: string,
  previous: string | null,
  inFor: string | null = null,
): Promise<string> => {
  const { clock, random, store } = site;
  const now = clock.now();
  const sessionSecret = random.secret();
  const sessionId = secretHash(sessionSecret);
  const entryId = random.uuid();
  await store.transaction(async (within) => {
    // The answer to an earlier try of this very transaction may have been lost after it was kept.
    if ((await within.sessions.byId(sessionId)) !== null) return;
    const invitation = usable(await within.invitations.bySecretHash(secretHash(secret)), now, inFor);
    if (!(await within.invitations.use(invitation.id, now))) throw accessProblem('linkUsed');
    if (previous !== null) await within.sessions.remove(secretHash(previous));
    await within.sessions.add({
      id: sessionId,
      establishmentId: invitation.establishmentId,
      invitationId: invitation.id,
      accountId: null,
      secondFactor: false,
      device: '',
      address: '',
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + absoluteLifetimeMs),
    });
    await within.auditEntries.add({
      id: entryId,
      at: now,
      actor: actorOf({ establishmentId: invitation.establishmentId, sessionId }),
      action: 'invitation.redeem',
      establishmentId: invitation.establishmentId,
      subject: { kind: 'invitation', id: invitation.id },
      facts: { purpose: invitation.purpose },
    });
  });
  return sessionSecret;
};
