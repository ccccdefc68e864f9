import type { AuditActor } from '../persistence/audit-entries.js';
import type { Invitation } from '../persistence/invitations.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { actorOf, type Delegate, type Respondent } from './respondent.js';
import { secretHash } from './secret-hash.js';

const minute = 60 * 1000;
const day = 24 * 60 * minute;
/**
 * How long a link or a code waits to be used. A letter travels by post; a demo link is made anew at each start; a code is typed at once; a
 * delegate's link waits as long as the delegation lasts.
 */
const lifetime: Readonly<Record<Invitation['purpose'], number>> = {
  demo: 7 * day,
  letter: 30 * day,
  return: 30 * day,
  device: 10 * minute,
  delegate: 30 * day,
};

/** What is handed out. The secret exists nowhere else: only its hash is kept. */
export interface HandedOut {
  readonly secret: string;
  readonly expiresAt: Date;
}

/** An invitation to make, of whose secret the hash is known already. */
export interface InvitationToMake {
  readonly secretHash: string;
  readonly establishmentId: string;
  readonly purpose: Invitation['purpose'];
  /** The session it is asked for in; null: none. */
  readonly madeIn: string | null;
  readonly by: AuditActor;
  /** The delegation its bearer will act by, and when that ends. */
  readonly delegation?: { readonly id: string; readonly expiresAt: Date };
}

/**
 * Keeps an invitation. Those of the same purpose and bearer that were not used yet stop working.
 * @returns when it runs out
 */
export const keepInvitation = async (site: Site, toMake: InvitationToMake): Promise<Date> => {
  const { clock, random, store } = site;
  const { establishmentId, purpose, madeIn, delegation } = toMake;
  const now = clock.now();
  const latest = now.getTime() + lifetime[purpose];
  const expiresAt = new Date(delegation === undefined ? latest : Math.min(latest, delegation.expiresAt.getTime()));
  const delegationId = delegation?.id ?? null;
  const id = random.uuid();
  const entryId = random.uuid();
  await store.transaction(async (within) => {
    // The answer to an earlier try of this very transaction may have been lost after it was kept.
    if ((await within.invitations.bySecretHash(toMake.secretHash)) !== null) return;
    await within.invitations.revokeUnused(establishmentId, purpose, now, delegationId);
    await within.invitations.add({
      id,
      secretHash: toMake.secretHash,
      establishmentId,
      purpose,
      delegationId,
      madeIn,
      createdAt: now,
      expiresAt,
      usedAt: null,
      revokedAt: null,
    });
    await within.auditEntries.add({
      id: entryId,
      at: now,
      actor: toMake.by,
      action: 'invitation.create',
      establishmentId,
      subject: { kind: 'invitation', id },
      facts: { purpose, ...(delegationId === null ? {} : { delegation: delegationId }) },
    });
  });
  return expiresAt;
};

/**
 * Makes a one-time link into an establishment's answers. Links of the same purpose that were not used yet stop working.
 * @param madeIn the session of the respondent who asked for it; null when an operator did
 * @param by who made it, where it was an administrator; null: whoever `madeIn` says
 * Throws the Problem establishmentUnknown.
 */
export const createInvitation = async (
  site: Site,
  establishmentId: string,
  purpose: 'demo' | 'letter' | 'return',
  madeIn: string | null = null,
  by: AuditActor | null = null,
): Promise<HandedOut> => {
  if ((await site.store.establishments.byId(establishmentId)) === null)
    throw accessProblem('establishmentUnknown', { id: establishmentId });
  const secret = site.random.secret();
  const actor = by ?? actorOf({ establishmentId, sessionId: madeIn });
  const expiresAt = await keepInvitation(site, { secretHash: secretHash(secret), establishmentId, purpose, madeIn, by: actor });
  return { secret, expiresAt };
};

/** The link by which a respondent, or a delegate for as long as the delegation lasts, comes back another day. Throws notFound. */
export const createReturnLink = async (site: Site, who: Respondent | Delegate): Promise<HandedOut> => {
  const secret = site.random.secret();
  const { establishmentId, sessionId } = who;
  const delegation = who.limits === undefined ? null : await site.store.delegations.byId(who.limits.delegationId);
  // Without its delegation a delegate's link would be one of the establishment itself.
  if (who.limits !== undefined && delegation === null) throw accessProblem('notFound');
  const toMake = { secretHash: secretHash(secret), establishmentId, purpose: 'return', madeIn: sessionId, by: actorOf(who) } as const;
  const expiresAt = await keepInvitation(site, delegation === null ? toMake : { ...toMake, delegation });
  return { secret, expiresAt };
};
