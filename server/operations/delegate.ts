import { codeHash, shortCode, shownCode } from '../identity/short-code.js';
import type { Delegation } from '../persistence/delegations.js';
import { reviewProblem } from '../problem/review-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { roundState } from '../survey/round-state.js';
import { keepInvitation } from './create-invitation.js';
import { limited } from './limited.js';
import { ownResponse } from './own-response.js';
import { actorOf, type Respondent } from './respondent.js';
import { formOf, type ResponseForm } from './response-form.js';
import { secretHash } from './secret-hash.js';
import { securityEntry } from './security-entry.js';

const day = 24 * 60 * 60 * 1000;
/** Days a delegation lasts at the most. */
export const delegationDays = 30;

export interface DelegationToMake {
  readonly responseId: string;
  /** As typed. */
  readonly name: string;
  readonly days: number;
  /** Null: all. */
  readonly sections: readonly string[] | null;
  readonly maySubmit: boolean;
}

/** What is handed out, once: the link by one way, the code by another. */
export interface DelegationMade {
  readonly delegation: Delegation;
  readonly secret: string;
  /** As it is told: "7K3M-9QXT". */
  readonly code: string;
}

const checked = (toMake: DelegationToMake, { edition }: ResponseForm): Pick<Delegation, 'name' | 'sections'> => {
  const name = toMake.name.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name.length < 2 || name.length > 50) throw reviewProblem('delegateName', {}, 'name');
  if (!Number.isInteger(toMake.days) || toMake.days < 1 || toMake.days > delegationDays)
    throw reviewProblem('delegateDays', { max: delegationDays }, 'days');
  if (toMake.sections === null) return { name, sections: null };
  const sections = edition.sections.map(({ id }) => id).filter((id) => toMake.sections?.includes(id));
  if (sections.length === 0) throw reviewProblem('delegateSections', {}, 'sections');
  if (toMake.maySubmit) throw reviewProblem('delegateSubmits', {}, 'maySubmit');
  return { name, sections };
};

/**
 * Lets somebody fill in one response for some days: all sections or some, never the consents. They enter by a link that works once and a
 * code that is told by another way.
 * Throws notFound, roundClosed, delegateName, delegateDays, delegateSections, delegateSubmits, busy.
 */
export const createDelegation = (site: Site, who: Respondent, toMake: DelegationToMake): Promise<DelegationMade> =>
  limited(async () => {
    const form = await formOf(site, who, await ownResponse(site.store, who, toMake.responseId));
    if (roundState(form.round) !== 'open') throw siteProblem('roundClosed');
    const { name, sections } = checked(toMake, form);
    const code = shortCode(site.random.secret());
    const secret = site.random.secret();
    const createdAt = site.clock.now();
    const { establishmentId } = who;
    const delegation: Delegation = {
      id: site.random.uuid(),
      establishmentId,
      responseId: form.response.id,
      roundId: form.round.id,
      name,
      codeHash: await codeHash(code),
      sections,
      maySubmit: toMake.maySubmit,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + toMake.days * day),
      revokedAt: null,
    };
    const entry = securityEntry(site, actorOf(who), {
      action: 'delegation.add',
      establishmentId,
      subject: { kind: 'delegation', id: delegation.id },
      facts: { days: toMake.days, sections: sections === null ? 'all' : sections.join(' '), submits: String(toMake.maySubmit) },
    });
    await site.store.transaction(async (within) => {
      // The answer to an earlier try of this very transaction may have been lost after it was kept.
      if ((await within.delegations.byId(delegation.id)) !== null) return;
      await within.delegations.add(delegation);
      await within.auditEntries.add(entry);
    });
    const invitation = { secretHash: secretHash(secret), establishmentId, purpose: 'delegate', madeIn: who.sessionId } as const;
    await keepInvitation(site, { ...invitation, by: actorOf(who), delegation });
    return { delegation, secret, code: shownCode(code) };
  });

/** Ends a delegation at once: its links stop working and its sessions end. What was filled in stays. Throws notFound, delegationGone. */
export const revokeDelegation = async (
  site: Site,
  who: Respondent,
  { responseId, delegationId }: { readonly responseId: string; readonly delegationId: string },
): Promise<void> => {
  const response = await ownResponse(site.store, who, responseId);
  const now = site.clock.now();
  const { establishmentId } = response;
  const subject = { kind: 'delegation', id: delegationId } as const;
  const entry = securityEntry(site, actorOf(who), { action: 'delegation.revoke', establishmentId, subject });
  await site.store.transaction(async (within) => {
    if (!(await within.delegations.revoke(delegationId, responseId, now))) throw reviewProblem('delegationGone');
    for (const purpose of ['delegate', 'return'] as const)
      await within.invitations.revokeUnused(establishmentId, purpose, now, delegationId);
    await within.sessions.removeOfDelegation(delegationId);
    await within.auditEntries.add(entry);
  });
};

/** Those a respondent ever let fill in a response, newest first, with its form. Throws notFound. */
export const readDelegations = async (
  site: Site,
  who: Respondent,
  responseId: string,
): Promise<{ readonly form: ResponseForm; readonly delegations: readonly Delegation[]; readonly now: Date; readonly isOpen: boolean }> => {
  const form = await formOf(site, who, await ownResponse(site.store, who, responseId));
  return {
    form,
    delegations: await site.store.delegations.ofResponse(responseId),
    now: site.clock.now(),
    isOpen: roundState(form.round) === 'open',
  };
};
