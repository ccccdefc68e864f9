import type { AuditActor } from '../persistence/audit-entries.js';
import type { Site } from '../site.js';
import { holderActor } from './account-holder.js';
import type { SignedIn } from './find-session.js';
import { actorOf } from './respondent.js';

/** Who the audit log says did it, whoever is signed in. */
const actorIn = (who: SignedIn): AuditActor => (who.role === 'respondent' || who.role === 'delegate' ? actorOf(who) : holderActor(who));

/** Signs out: the cookie is worth nothing from here on. */
export const endSession = async (site: Site, who: SignedIn): Promise<void> => {
  const id = site.random.uuid();
  await site.store.transaction(async (within) => {
    if ((await within.sessions.byId(who.sessionId)) === null) return;
    await within.sessions.remove(who.sessionId);
    await within.auditEntries.add({
      id,
      at: site.clock.now(),
      actor: actorIn(who),
      action: 'session.end',
      establishmentId: who.role === 'respondent' || who.role === 'delegate' ? who.establishmentId : null,
      subject: { kind: 'session', id: who.sessionId },
      facts: {},
    });
  });
};
