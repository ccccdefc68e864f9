import { Attempts } from '../identity/attempts.js';
import type { Establishment } from '../persistence/establishments.js';
import type { Invitation } from '../persistence/invitations.js';
import type { Repositories } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import { signInProblem } from '../problem/sign-in-problems.js';
import type { Site } from '../site.js';
import { businessNumberDigits, businessNumberHolds } from '../survey/business-number.js';
import { limited, limiterPlace } from './limited.js';
import { actorOf } from './respondent.js';
import { secretHash } from './secret-hash.js';
import { securityEntry } from './security-entry.js';
import { absoluteLifetimeMs } from './session-lifetime.js';
import { stranger } from './sign-in.js';
import type { Visit } from './visit.js';

/** @param inFor the establishment the browser is signed in for already */
const usable = (invitation: Invitation | null, now: Date, inFor: string | null): Invitation => {
  if (invitation === null) throw accessProblem('linkUnknown');
  if (invitation.usedAt !== null) throw accessProblem(invitation.establishmentId === inFor ? 'linkUsedHere' : 'linkUsed');
  if (invitation.revokedAt !== null) throw accessProblem('linkRevoked');
  if (invitation.expiresAt <= now) throw accessProblem('linkExpired');
  return invitation;
};

const establishmentOf = async (within: Repositories, { establishmentId }: Invitation): Promise<Establishment> => {
  const establishment = await within.establishments.byId(establishmentId);
  if (establishment === null) throw new Error('An invitation names an establishment that does not exist');
  return establishment;
};

/** What the page behind a link has to ask. */
export interface LookedAt {
  /** The register knows the business registration number, so whoever has the link has to know it, too. */
  readonly asksNumber: boolean;
}

/**
 * Looks whether a link could be used, without using it up: what opening it does.
 * @param inFor the establishment the browser is signed in for already; null: none
 * Throws linkUnknown, linkUsed, linkUsedHere, linkRevoked, linkExpired.
 */
export const lookAtInvitation = async (site: Site, secret: string, inFor: string | null = null): Promise<LookedAt> => {
  const invitation = usable(await site.store.invitations.bySecretHash(secretHash(secret)), site.clock.now(), inFor);
  return { asksNumber: (await establishmentOf(site.store, invitation)).businessNumber !== null };
};

/**
 * Lets pass whoever knows the establishment's business registration number. It is no secret, but a program that opens every link in a
 * mail does not know it. Wrong numbers have to wait longer and longer, by link and network: nobody shuts the owner out from elsewhere.
 * Throws businessNumberForm, businessNumberOther, tooOften.
 */
const assertKnowsNumber = (site: Site, invitation: Invitation, known: string, typed: string, visit: Visit): Promise<void> =>
  limited(async () => {
    const digits = businessNumberDigits(typed);
    if (digits === null || !businessNumberHolds(digits)) throw signInProblem('businessNumberForm', {}, 'businessNumber');
    const attempts = new Attempts(limiterPlace(site), 'invitation');
    const key = secretHash(`${invitation.id} ${visit.network}`);
    await attempts.begin(key);
    if (digits !== known) {
      const { id, establishmentId } = invitation;
      const event = { action: 'invitation.refuse', establishmentId, subject: { kind: 'invitation', id } } as const;
      await site.store.auditEntries.add(securityEntry(site, stranger(visit.from), event));
      throw signInProblem('businessNumberOther', {}, 'businessNumber');
    }
    await attempts.succeed(key);
  });

/** What somebody enters with. */
export interface Redemption {
  readonly secret: string;
  /** As typed; not looked at where the register has no number. */
  readonly businessNumber: string;
  /** The establishment the browser speaks for already; null: none. */
  readonly inFor?: string | null;
}

/**
 * Uses a link up and signs its bearer in. Of two simultaneous clicks one wins. The session the browser came with ends: a session never
 * changes whom it speaks for.
 * @returns the secret of the new session, for the cookie
 * Throws linkUnknown, linkUsed, linkUsedHere, linkRevoked, linkExpired, businessNumberForm, businessNumberOther, tooOften.
 */
export const redeemInvitation = async (site: Site, redemption: Redemption, visit: Visit): Promise<string> => {
  const { secret, businessNumber, inFor = null } = redemption;
  const { clock, random, store } = site;
  const now = clock.now();
  const found = usable(await store.invitations.bySecretHash(secretHash(secret)), now, inFor);
  const known = (await establishmentOf(store, found)).businessNumber;
  if (known !== null) await assertKnowsNumber(site, found, known, businessNumber, visit);
  const sessionSecret = random.secret();
  const sessionId = secretHash(sessionSecret);
  const { establishmentId } = found;
  const entry = securityEntry(site, actorOf({ establishmentId, sessionId, from: visit.from }), {
    action: 'invitation.redeem',
    establishmentId,
    subject: { kind: 'invitation', id: found.id },
    facts: { purpose: found.purpose },
  });
  await store.transaction(async (within) => {
    // The answer to an earlier try of this very transaction may have been lost after it was kept.
    if ((await within.sessions.byId(sessionId)) !== null) return;
    const invitation = usable(await within.invitations.bySecretHash(secretHash(secret)), now, inFor);
    if (!(await within.invitations.use(invitation.id, now))) throw accessProblem('linkUsed');
    if (visit.sessionSecret !== null) await within.sessions.remove(secretHash(visit.sessionSecret));
    await within.sessions.add({
      id: sessionId,
      establishmentId,
      invitationId: invitation.id,
      accountId: null,
      secondFactor: false,
      pendingFactor: null,
      device: visit.device,
      address: visit.from,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + absoluteLifetimeMs),
    });
    await within.auditEntries.add(entry);
  });
  return sessionSecret;
};
