import type { Assignment } from '../persistence/assignments.js';
import type { AuditActor } from '../persistence/audit-entries.js';
import { accessProblem } from '../problem/access-problems.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { takesPart } from './own-establishment.js';
import { securityEntry } from './security-entry.js';

export interface AssignmentToMake {
  readonly establishmentId: string;
  readonly roundId: string;
  readonly organization: string | null;
  readonly accountId: string | null;
}

/**
 * Gives an establishment of a round to an organization, to a surveyor, or to nobody any more (both null). What it was given to before ends.
 * Throws establishmentUnknown, roundUnknown, accountUnknown.
 */
export const assignEstablishment = async (site: Site, toMake: AssignmentToMake, by: AuditActor): Promise<void> => {
  const { establishmentId, roundId, organization, accountId } = toMake;
  const now = site.clock.now();
  const assignment: Assignment = {
    id: site.random.uuid(),
    establishmentId,
    roundId,
    organization,
    accountId,
    assignedAt: now,
    endedAt: null,
  };
  const ends = organization === null && accountId === null;
  const entry = securityEntry(site, by, {
    action: ends ? 'assignment.end' : 'assignment.add',
    establishmentId,
    subject: ends ? { kind: 'establishment', id: establishmentId } : { kind: 'assignment', id: assignment.id },
    facts: { round: roundId, ...(accountId === null ? {} : { account: accountId }) },
  });
  await site.store.transaction(async (within) => {
    const establishment = await within.establishments.byId(establishmentId);
    if (establishment === null) throw accessProblem('establishmentUnknown', { id: establishmentId }, 'establishment');
    const round = await within.rounds.byId(roundId);
    if (round === null || !takesPart(establishment, round)) throw siteProblem('roundUnknown');
    if (accountId !== null && (await within.accounts.byId(accountId)) === null)
      throw accessProblem('accountUnknown', { id: accountId }, 'account');
    if ((await within.assignments.inForce({ establishmentId })).some(({ id }) => id === assignment.id)) return;
    await within.assignments.end(establishmentId, roundId, now);
    if (!ends) await within.assignments.add(assignment);
    await within.auditEntries.add(entry);
  });
};
