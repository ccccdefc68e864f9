import { Attempts } from '../identity/attempts.js';
import { codeHash, readCode } from '../identity/short-code.js';
import type { Establishment } from '../persistence/establishments.js';
import type { Invitation } from '../persistence/invitations.js';
import type { Repositories } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Problem } from '../problem/problem.js';
import { reviewProblem } from '../problem/review-problems.js';
import { signInProblem } from '../problem/sign-in-problems.js';
import type { Site } from '../site.js';
import { businessNumberDigits, businessNumberHolds } from '../survey/business-number.js';
import { enterBy } from './enter-by.js';
import { limited, limiterPlace } from './limited.js';
import { secretHash } from './secret-hash.js';
import { securityEntry } from './security-entry.js';
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

/** What the page behind a link has to ask: the registration number, where the register knows it, or the code that a delegate was told. */
export interface LookedAt {
  readonly asks: 'businessNumber' | 'code' | null;
}

const asksOf = async (within: Repositories, invitation: Invitation): Promise<LookedAt['asks']> => {
  if (invitation.delegationId !== null) return 'code';
  return (await establishmentOf(within, invitation)).businessNumber === null ? null : 'businessNumber';
};

/**
 * Looks whether a link could be used, without using it up: what opening it does.
 * @param inFor the establishment the browser is signed in for already; null: none
 * Throws linkUnknown, linkUsed, linkUsedHere, linkRevoked, linkExpired.
 */
export const lookAtInvitation = async (site: Site, secret: string, inFor: string | null = null): Promise<LookedAt> => {
  const invitation = usable(await site.store.invitations.bySecretHash(secretHash(secret)), site.clock.now(), inFor);
  return { asks: await asksOf(site.store, invitation) };
};

/**
 * Lets pass whoever knows the second thing beside the link. Wrong ones have to wait longer and longer, by link and network: nobody shuts
 * the owner out from elsewhere. Throws tooOften, busy, and `wrong` when it is not known.
 */
const assertKnows = (
  site: Site,
  { id, establishmentId }: Invitation,
  visit: Visit,
  isKnown: () => Promise<boolean>,
  wrong: () => Problem,
): Promise<void> =>
  limited(async () => {
    const attempts = new Attempts(limiterPlace(site), 'invitation');
    const key = secretHash(`${id} ${visit.network}`);
    await attempts.begin(key);
    if (!(await isKnown())) {
      const event = { action: 'invitation.refuse', establishmentId, subject: { kind: 'invitation', id } } as const;
      await site.store.auditEntries.add(securityEntry(site, stranger(visit.from), event));
      throw wrong();
    }
    await attempts.succeed(key);
  });

/**
 * The business registration number is no secret, but a program that opens every link in a mail does not know it.
 * Throws businessNumberForm, businessNumberOther, tooOften.
 */
const assertKnowsNumber = async (site: Site, invitation: Invitation, typed: string, visit: Visit): Promise<void> => {
  const known = (await establishmentOf(site.store, invitation)).businessNumber;
  const digits = businessNumberDigits(typed);
  if (digits === null || !businessNumberHolds(digits)) throw signInProblem('businessNumberForm', {}, 'businessNumber');
  const wrong = (): Problem => signInProblem('businessNumberOther', {}, 'businessNumber');
  await assertKnows(site, invitation, visit, async () => digits === known, wrong);
};

/** The code that the respondent told the delegate by another way than the link. Throws delegateCodeWrong, tooOften, busy. */
const assertKnowsCode = async (site: Site, invitation: Invitation, typed: string, visit: Visit): Promise<void> => {
  const delegation = await site.store.delegations.byId(invitation.delegationId ?? '');
  const isKnown = async (): Promise<boolean> => {
    const code = readCode(typed);
    return code !== null && delegation !== null && (await codeHash(code)) === delegation.codeHash;
  };
  await assertKnows(site, invitation, visit, isKnown, () => reviewProblem('delegateCodeWrong', {}, 'code'));
};

/** What somebody enters with. */
export interface Redemption {
  readonly secret: string;
  /** As typed; not looked at where the register has no number, or where a code is asked for. */
  readonly businessNumber: string;
  /** As typed, where a code is asked for. */
  readonly code?: string;
  /** The establishment the browser speaks for already; null: none. */
  readonly inFor?: string | null;
}

/**
 * Uses a link up and signs its bearer in. Of two simultaneous clicks one wins.
 * @returns the secret of the new session, for the cookie
 * Throws linkUnknown, linkUsed, linkUsedHere, linkRevoked, linkExpired, businessNumberForm, businessNumberOther, delegateCodeWrong, tooOften.
 */
export const redeemInvitation = async (site: Site, redemption: Redemption, visit: Visit): Promise<string> => {
  const { secret, businessNumber, code = '', inFor = null } = redemption;
  const now = site.clock.now();
  const found = usable(await site.store.invitations.bySecretHash(secretHash(secret)), now, inFor);
  const asks = await asksOf(site.store, found);
  if (asks === 'businessNumber') await assertKnowsNumber(site, found, businessNumber, visit);
  if (asks === 'code') await assertKnowsCode(site, found, code, visit);
  return enterBy(site, found, visit, (byNow) => {
    usable(byNow, now, inFor);
    return accessProblem('linkRevoked');
  });
};
