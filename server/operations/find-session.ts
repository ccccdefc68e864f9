import type { Site } from '../site.js';
import type { Respondent } from './respondent.js';
import { secretHash } from './secret-hash.js';
import { idleLifetimeMs, touchEveryMs } from './session-lifetime.js';

/** Whom the secret of a session cookie speaks for; null when the session is unknown or has ended. Keeps a session in use alive. */
export const findSession = async (site: Site, secret: string): Promise<Respondent | null> => {
  const session = await site.store.sessions.byId(secretHash(secret));
  if (session === null) return null;
  const now = site.clock.now();
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (session.expiresAt <= now || idle > idleLifetimeMs) {
    await site.store.sessions.remove(session.id);
    return null;
  }
  if (idle > touchEveryMs) await site.store.sessions.touch(session.id, now);
  return { role: 'respondent', establishmentId: session.establishmentId, sessionId: session.id };
};
