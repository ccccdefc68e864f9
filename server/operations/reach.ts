import type { AssignmentQuery } from '../persistence/assignments.js';
import type { Establishment, Reach } from '../persistence/establishments.js';
import type { Grant } from '../persistence/grants.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Site } from '../site.js';
import type { AccountHolder } from './account-holder.js';

/** Asks for the assignments that bound a grant; null: its role and scope are not bound by assignments. */
const assignmentsOf = ({ role, accountId, scope }: Grant): AssignmentQuery | null => {
  const rounds = scope.roundIds === null ? {} : { roundIds: scope.roundIds };
  if (role === 'surveyor') return { accountId, ...rounds };
  if (scope.organization !== null) return { organization: scope.organization, ...rounds };
  return null;
};

/** @param establishmentId narrows to one establishment; null: all of them */
const reachOf = async (site: Site, grant: Grant, establishmentId: string | null): Promise<Reach> => {
  const query = assignmentsOf(grant);
  const { regions } = grant.scope;
  if (query === null) return { ids: null, regions };
  const found = await site.store.assignments.inForce(establishmentId === null ? query : { ...query, establishmentId });
  return { ids: [...new Set(found.map((assignment) => assignment.establishmentId))], regions };
};

/** An establishment that some grant of an account reaches; null for one out of reach, exactly as for one that does not exist. */
export const reachedEstablishment = async (site: Site, { grants }: AccountHolder, id: string): Promise<Establishment | null> => {
  for (const grant of grants) {
    const found = await site.store.establishments.within(id, await reachOf(site, grant, id));
    if (found !== null) return found;
  }
  return null;
};

/** The first so many establishments that the grants of an account reach, by name. The store applies the limits: nothing else is read. */
export const reachedEstablishments = async (site: Site, { grants }: AccountHolder, limit: number): Promise<readonly Establishment[]> => {
  const found = new Map<string, Establishment>();
  for (const grant of grants)
    for (const establishment of await site.store.establishments.allWithin(await reachOf(site, grant, null), limit))
      found.set(establishment.id, establishment);
  const byName = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  return byName.slice(0, limit);
};

/** The establishments whose answers of one round the grants of an account reach: an assignment is for one round. */
export const reachedInRound = async (site: Site, { grants }: AccountHolder, roundId: string): Promise<readonly Establishment[]> => {
  const found = new Map<string, Establishment>();
  for (const grant of grants) {
    if (grant.scope.roundIds !== null && !grant.scope.roundIds.includes(roundId)) continue;
    const reach = await reachOf(site, { ...grant, scope: { ...grant.scope, roundIds: [roundId] } }, null);
    for (const establishment of await site.store.establishments.allWithin(reach, 0)) found.set(establishment.id, establishment);
  }
  return [...found.values()];
};

/** A response that some grant of an account reaches: in a round of the grant, of an establishment within its reach. */
export const reachedResponse = async (site: Site, { grants }: AccountHolder, responseId: string): Promise<StoredResponse | null> => {
  const response = await site.store.responses.byId(responseId);
  // One that is not there is looked for like any other, so that the time of the answer tells nothing.
  const { roundId, establishmentId } = response ?? { roundId: '', establishmentId: '' };
  let isReached = false;
  for (const grant of grants) {
    const { roundIds } = grant.scope;
    // An assignment is for one round: it opens no answers of another year.
    const rounds = { ...grant, scope: { ...grant.scope, roundIds: [roundId] } };
    const found = await site.store.establishments.within(establishmentId, await reachOf(site, rounds, establishmentId));
    if (found !== null && (roundIds === null || roundIds.includes(roundId))) isReached = true;
  }
  return isReached ? response : null;
};
