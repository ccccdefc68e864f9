import type { Session } from '../persistence/sessions.js';
import type { Site } from '../site.js';
import { needsSecondFactor } from '../survey/role.js';
import type { AccountHolder, Entering } from './account-holder.js';
import { grantsInForce } from './grants-in-force.js';
import type { Delegate, Respondent } from './respondent.js';
import { secretHash } from './secret-hash.js';
import { accountIdleLifetimeMs, idleLifetimeMs, touchEveryMs } from './session-lifetime.js';

/** Whoever a session can speak for. */
export type SignedIn = Respondent | Delegate | AccountHolder | Entering;

const idleLimitOf = (role: SignedIn['role']): number =>
  role === 'respondent' || role === 'delegate' ? idleLifetimeMs : accountIdleLifetimeMs;

/** How long a session lasts from a moment on, in whole seconds: without another request, and at the longest; null: nobody is signed in. */
export const sessionTimes = (
  who: Pick<SignedIn, 'role' | 'endsAt'> | { readonly role: 'public' },
  now: Date,
): { readonly idleSeconds: number; readonly lastSeconds: number } | null => {
  // Whoever is still signing in has nothing typed to lose.
  if (who.role === 'public' || who.role === 'entering' || who.endsAt === undefined) return null;
  // Being seen is not written down every time, so the store may think a little less of it.
  const idle = idleLimitOf(who.role) - touchEveryMs;
  return { idleSeconds: Math.floor(idle / 1000), lastSeconds: Math.max(0, Math.floor((who.endsAt.getTime() - now.getTime()) / 1000)) };
};

/** Account and roles are read anew with every request, so that what is taken away is gone at once. */
const holderOf = async (site: Site, session: Session, accountId: string, from: string): Promise<AccountHolder | Entering | null> => {
  const account = await site.store.accounts.byId(accountId);
  if (account === null || account.disabledAt !== null) return null;
  const grants = await grantsInForce(site.store, accountId, site.clock.now());
  if (grants.length === 0) return null;
  const whoever = { accountId, name: account.name, sessionId: session.id, endsAt: session.expiresAt, from };
  if (session.secondFactor) return { role: 'account', ...whoever, grants };
  if (account.totpSecret !== null) return { role: 'entering', ...whoever, needs: 'code' };
  if (grants.some(({ role }) => needsSecondFactor(role))) return { role: 'entering', ...whoever, needs: 'enrolment' };
  return { role: 'account', ...whoever, grants };
};

/** Whoever was let fill in, as long as that lasts: it is read anew with every request, so that what is taken back is gone at once. */
const delegateOf = async (site: Site, session: Session, delegationId: string, from: string): Promise<Delegate | null> => {
  const delegation = await site.store.delegations.byId(delegationId);
  if (delegation === null || delegation.revokedAt !== null || delegation.expiresAt <= site.clock.now()) return null;
  const { name, responseId, sections, maySubmit, establishmentId } = delegation;
  const limits = { delegationId, name, responseId, sections, maySubmit };
  return { role: 'delegate', establishmentId, sessionId: session.id, endsAt: session.expiresAt, from, limits };
};

/**
 * Whom the secret of a session cookie speaks for; null when the session is unknown or has ended. Keeps a session in use alive.
 * @param from network address of the request
 */
export const findSession = async (site: Site, secret: string, from: string): Promise<SignedIn | null> => {
  const session = await site.store.sessions.byId(secretHash(secret));
  if (session === null) return null;
  const now = site.clock.now();
  const idle = now.getTime() - session.lastSeenAt.getTime();
  const { id, accountId, establishmentId, delegationId } = session;
  if (session.expiresAt <= now || idle > idleLimitOf(accountId === null ? 'respondent' : 'account')) {
    await site.store.sessions.remove(id);
    return null;
  }
  let who: SignedIn | null = null;
  if (accountId !== null) who = await holderOf(site, session, accountId, from);
  else if (delegationId !== null) who = await delegateOf(site, session, delegationId, from);
  else if (establishmentId !== null) who = { role: 'respondent', establishmentId, sessionId: id, endsAt: session.expiresAt, from };
  if (who === null) await site.store.sessions.remove(id);
  else if (idle > touchEveryMs) await site.store.sessions.touch(id, now);
  return who;
};
