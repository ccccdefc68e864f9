import type { Site } from '../site.js';
import { actorOf, type Respondent } from './respondent.js';

/** Signs a respondent out: the cookie is worth nothing from here on. */
export const endSession = async (site: Site, who: Respondent): Promise<void> => {
  const id = site.random.uuid();
  await site.store.transaction(async (within) => {
    if ((await within.sessions.byId(who.sessionId)) === null) return;
    await within.sessions.remove(who.sessionId);
    await within.auditEntries.add({
      id,
      at: site.clock.now(),
      actor: actorOf(who),
      action: 'session.end',
      establishmentId: who.establishmentId,
      subject: { kind: 'session', id: who.sessionId },
      facts: {},
    });
  });
};
