import { Attempts } from '../identity/attempts.js';
import { qrPicture } from '../identity/qr-picture.js';
import { codeHash, readCode, shortCode, shownCode } from '../identity/short-code.js';
import type { Invitation } from '../persistence/invitations.js';
import type { Session } from '../persistence/sessions.js';
import { reviewProblem } from '../problem/review-problems.js';
import type { Site } from '../site.js';
import { businessNumberDigits } from '../survey/business-number.js';
import { keepInvitation } from './create-invitation.js';
import { enterBy } from './enter-by.js';
import { limited, limiterPlace } from './limited.js';
import { actorOf, type Delegate, type OnBehalf, type Respondent } from './respondent.js';
import { secretHash } from './secret-hash.js';
import { securityEntry } from './security-entry.js';
import { stranger } from './sign-in.js';
import type { Visit } from './visit.js';

/**
 * Makes a code by which the respondent goes on at another device, within minutes and once. A code made before stops working.
 * @param address where the code is typed
 * @returns the code as it is shown, which exists nowhere else, a picture that takes it along, and when it runs out
 * Throws busy.
 */
export const createDeviceCode = (
  site: Site,
  who: Respondent,
  address: string,
): Promise<{ readonly code: string; readonly picture: string; readonly expiresAt: Date }> =>
  limited(async () => {
    const code = shortCode(site.random.secret());
    const { establishmentId, sessionId } = who;
    const hash = await codeHash(code);
    const toMake = { secretHash: hash, establishmentId, purpose: 'device', madeIn: sessionId, by: actorOf(who) } as const;
    const expiresAt = await keepInvitation(site, toMake);
    return { code: shownCode(code), picture: qrPicture(`${address}?code=${code}`), expiresAt };
  });

/** The invitation behind a code, if it can be used now. */
const usableNow = (found: Invitation | null, now: Date): Invitation | null =>
  found === null || found.purpose !== 'device' || found.usedAt !== null || found.revokedAt !== null || found.expiresAt <= now
    ? null
    : found;

/**
 * Goes on at another device by a code and the registration number, where the register knows it. One sentence for whatever is wrong: who
 * guesses learns nothing. Wrong tries have to wait longer and longer, by network.
 * @returns the secret of the new session, for the cookie
 * Throws deviceCodeWrong, tooOften, busy.
 */
export const resumeByCode = (
  site: Site,
  typed: { readonly code: string; readonly businessNumber: string },
  visit: Visit,
): Promise<string> =>
  limited(async () => {
    const attempts = new Attempts(limiterPlace(site), 'device-code');
    const key = secretHash(visit.network);
    await attempts.begin(key);
    const code = readCode(typed.code);
    const found = code === null ? null : await site.store.invitations.bySecretHash(await codeHash(code));
    const invitation = usableNow(found, site.clock.now());
    const establishment = invitation === null ? null : await site.store.establishments.byId(invitation.establishmentId);
    const known = establishment?.businessNumber ?? null;
    const isIn = establishment !== null && (known === null || businessNumberDigits(typed.businessNumber) === known);
    if (invitation === null || !isIn) {
      // Whose code it was stands in the log only when there was one.
      const event = { action: 'invitation.refuse', subject: { kind: 'invitation', id: invitation?.id ?? 'device' } } as const;
      await site.store.auditEntries.add(
        securityEntry(site, stranger(visit.from), { ...event, establishmentId: invitation?.establishmentId ?? null }),
      );
      throw reviewProblem('deviceCodeWrong', {}, 'code');
    }
    await attempts.succeed(key);
    return enterBy(site, invitation, visit, () => reviewProblem('deviceCodeWrong', {}, 'code'));
  });

/** A browser that goes on elsewhere. */
export interface OtherDevice {
  readonly device: string;
  readonly since: Date;
}

/** The browsers that were let in by codes of this session and are still in. */
export const devicesLetIn = async (site: Site, who: OnBehalf): Promise<readonly OtherDevice[]> => {
  if (who.sessionId === null) return [];
  const codes = await site.store.invitations.madeIn(who.sessionId, 'device');
  const used = new Set(codes.filter(({ usedAt }) => usedAt !== null).map(({ id }) => id));
  if (used.size === 0) return [];
  const now = site.clock.now();
  const isOn = ({ invitationId, expiresAt }: Session): boolean => invitationId !== null && used.has(invitationId) && expiresAt > now;
  const sessions = (await site.store.sessions.ofEstablishment(who.establishmentId)).filter(isOn);
  return sessions.map(({ device, createdAt }) => ({ device, since: createdAt }));
};

/** What the page on going on elsewhere says first: which browser let this one in, and which ones this one let in. */
export const readDevices = async (
  site: Site,
  who: Respondent | Delegate,
): Promise<{ readonly letIn: readonly OtherDevice[]; readonly cameByCode: boolean }> => {
  const session = await site.store.sessions.byId(who.sessionId);
  const by =
    session?.invitationId === undefined || session.invitationId === null ? null : await site.store.invitations.byId(session.invitationId);
  return { letIn: await devicesLetIn(site, who), cameByCode: by?.purpose === 'device' };
};
