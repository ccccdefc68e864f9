import type { Repositories } from '../persistence/store.js';
import type { Site } from '../site.js';
import { rememberDevice } from './known-device.js';
import { secretHash } from './secret-hash.js';
import { absoluteLifetimeMs } from './session-lifetime.js';
import type { Visit } from './visit.js';

/** What a browser is given to be known by. */
export interface Cookies {
  readonly sessionSecret: string;
  /** Null: the browser keeps the one it has, or has none yet. */
  readonly deviceSecret: string | null;
}

/** A session about to begin: its secrets, thrown before the transaction that begins it, which may be repeated. */
export interface Beginning {
  readonly cookies: Cookies;
  readonly sessionId: string;
}

/** @param isIn every factor was passed: the browser is remembered */
export const beginning = (site: Site, visit: Visit, isIn: boolean): Beginning => {
  const sessionSecret = site.random.secret();
  const deviceSecret = isIn ? (visit.deviceSecret ?? site.random.secret()) : null;
  return { cookies: { sessionSecret, deviceSecret }, sessionId: secretHash(sessionSecret) };
};

/**
 * Begins the session of an account and ends the one the browser came with: a session never changes whom it speaks for or what it may.
 * @param secondFactor whether a code of the authenticator app was given
 */
export const beginSession = async (
  within: Repositories,
  site: Site,
  begun: Beginning,
  accountId: string,
  visit: Visit,
  secondFactor: boolean,
): Promise<void> => {
  const now = site.clock.now();
  if (visit.sessionSecret !== null) await within.sessions.remove(secretHash(visit.sessionSecret));
  await within.sessions.add({
    id: begun.sessionId,
    establishmentId: null,
    invitationId: null,
    delegationId: null,
    accountId,
    secondFactor,
    pendingFactor: null,
    device: visit.device,
    address: visit.from,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + absoluteLifetimeMs),
  });
  if (begun.cookies.deviceSecret !== null) await rememberDevice(within, begun.cookies.deviceSecret, accountId, now);
};
