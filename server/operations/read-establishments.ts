import type { Establishment } from '../persistence/establishments.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { reachedEstablishment, reachedEstablishments } from './reach.js';
import { type Home, readHome } from './read-home.js';
import { securityEntry } from './security-entry.js';

/** More than anybody reads in one page. */
const atMost = 1000;

/** Establishments of the register, and whether there are more than are listed. */
export interface EstablishmentList {
  readonly establishments: readonly Establishment[];
  readonly isCut: boolean;
}

/** The establishments that the grants of an account reach, by name. That the register was read is written down. */
export const listEstablishments = async (site: Site, who: AccountHolder): Promise<EstablishmentList> => {
  const reached = await reachedEstablishments(site, who, atMost + 1);
  const found = reached.slice(0, atMost);
  const subject = { kind: 'account', id: who.accountId } as const;
  await site.store.auditEntries.add(
    securityEntry(site, holderActor(who), { action: 'register.read', subject, facts: { count: found.length } }),
  );
  return { establishments: found, isCut: reached.length > atMost };
};

/** One establishment within reach, with how far its answers are in each round that the grants reach. Throws notFound. */
export const readEstablishment = async (site: Site, who: AccountHolder, id: string): Promise<Home> => {
  const establishment = await reachedEstablishment(site, who, id);
  if (establishment === null) throw accessProblem('notFound');
  const event = { action: 'register.read', establishmentId: id, subject: { kind: 'establishment', id } } as const;
  await site.store.auditEntries.add(securityEntry(site, holderActor(who), event));
  const home = await readHome(site, { establishmentId: id, sessionId: who.sessionId, by: holderActor(who) });
  const isReached = (roundId: string): boolean =>
    who.grants.some(({ scope }) => scope.roundIds === null || scope.roundIds.includes(roundId));
  return { ...home, rounds: home.rounds.filter(({ round }) => isReached(round.id)) };
};
