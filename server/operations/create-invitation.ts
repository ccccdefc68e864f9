import type { AuditActor } from '../persistence/audit-entries.js';
import type { Invitation } from '../persistence/invitations.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { actorOf } from './respondent.js';
import { secretHash } from './secret-hash.js';

const day = 24 * 60 * 60 * 1000;
/** How long a link waits to be used. A letter travels by post; a demo link is made anew at each start. */
const lifetime: Readonly<Record<Invitation['purpose'], number>> = { demo: 7 * day, letter: 30 * day, return: 30 * day };

/** What is handed out. The secret exists nowhere else: only its hash is kept. */
export interface HandedOut {
  readonly secret: string;
  readonly expiresAt: Date;
}

/**
 * Makes a one-time link into an establishment's answers. Links of the same purpose that were not used yet stop working.
 * @param madeIn the session of the respondent who asked for it; null when an operator did
 * @param by who made it, where it was an administrator; null: whoever `madeIn` says
 * Throws the Problem establishmentUnknown.
 */
export const createInvitation = async (
  site: Site,
  establishmentId: string,
  purpose: Invitation['purpose'],
  madeIn: string | null = null,
  by: AuditActor | null = null,
): Promise<HandedOut> => {
  const { clock, random, store } = site;
  if ((await store.establishments.byId(establishmentId)) === null) throw accessProblem('establishmentUnknown', { id: establishmentId });
  const secret = random.secret();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + lifetime[purpose]);
  const id = random.uuid();
  const entryId = random.uuid();
  await store.transaction(async (within) => {
    // The answer to an earlier try of this very transaction may have been lost after it was kept.
    if ((await within.invitations.bySecretHash(secretHash(secret))) !== null) return;
    await within.invitations.revokeUnused(establishmentId, purpose, now);
    await within.invitations.add({
      id,
      secretHash: secretHash(secret),
      establishmentId,
      purpose,
      createdAt: now,
      expiresAt,
      usedAt: null,
      revokedAt: null,
    });
    await within.auditEntries.add({
      id: entryId,
      at: now,
      actor: by ?? actorOf({ establishmentId, sessionId: madeIn }),
      action: 'invitation.create',
      establishmentId,
      subject: { kind: 'invitation', id },
      facts: { purpose },
    });
  });
  return { secret, expiresAt };
};
