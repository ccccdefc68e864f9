import type { Bank } from '../catalog/survey-bank.js';
import type { Establishment } from '../persistence/establishments.js';
import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import type { WorkState } from '../survey/work-state.js';
import type { AccountHolder } from './account-holder.js';
import { readRound } from './administer-rounds.js';
import { regionsInForce } from './establishment-facts.js';
import { grantsInForce } from './grants-in-force.js';
import { takesPart } from './own-establishment.js';
import { reachedEstablishments } from './reach.js';

/** More than a register has. */
const atMost = 100_000;

/** An establishment in a round: how far it is and who visits it, nothing of what it answered. */
export interface RoundEntry {
  readonly establishment: Establishment;
  readonly state: WorkState;
  /** Account of the surveyor it is given to; null: nobody's. */
  readonly surveyor: string | null;
}

export interface RoundWork {
  readonly round: Round;
  readonly bank: Bank;
  readonly entries: readonly RoundEntry[];
  readonly surveyors: readonly { readonly id: string; readonly name: string }[];
  readonly regions: ReturnType<typeof regionsInForce>;
}

/** Accounts that may visit now. */
const surveyorsOf = async (site: Site): Promise<RoundWork['surveyors']> => {
  const now = site.clock.now();
  const found: { readonly id: string; readonly name: string }[] = [];
  for (const { id, name, disabledAt } of await site.store.accounts.all())
    if (disabledAt === null && (await grantsInForce(site.store, id, now)).some(({ role }) => role === 'surveyor')) found.push({ id, name });
  return found;
};

/** The establishments of a round within reach. Throws notFound for a round out of reach. */
export const readRoundWork = async (site: Site, who: AccountHolder, roundId: string): Promise<RoundWork> => {
  const { round, bank } = await readRound(site, who, roundId);
  const establishments = (await reachedEstablishments(site, who, atMost)).filter((one) => takesPart(one, round));
  const [responses, reviews, letters, assignments, surveyors] = await Promise.all([
    site.store.responses.progressOf(roundId),
    site.store.reviews.statesOf(roundId),
    site.store.invitations.lettersOf(establishments.map(({ id }) => id)),
    site.store.assignments.inForce({ roundIds: [roundId] }),
    surveyorsOf(site),
  ]);
  const versions = new Map(responses.map(({ establishmentId, version }) => [establishmentId, version]));
  const reviewed = new Map(reviews.map(({ establishmentId, version, state }) => [`${establishmentId} ${version}`, state]));
  const invited = new Set(letters.map(({ establishmentId }) => establishmentId));
  const entered = new Set(letters.filter(({ usedAt }) => usedAt !== null).map(({ establishmentId }) => establishmentId));
  const visitors = new Map(assignments.map(({ establishmentId, accountId }) => [establishmentId, accountId]));
  const stateOf = (id: string): WorkState => {
    const version = versions.get(id);
    if (version !== undefined) return version > 0 ? (reviewed.get(`${id} ${version}`) ?? 'submitted') : 'begun';
    if (entered.has(id)) return 'entered';
    return invited.has(id) ? 'invited' : 'notInvited';
  };
  const entries = establishments.map((establishment) => ({
    establishment,
    state: stateOf(establishment.id),
    surveyor: visitors.get(establishment.id) ?? null,
  }));
  return { round, bank, entries, surveyors, regions: regionsInForce(site) };
};
