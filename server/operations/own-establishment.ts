import type { Establishment } from '../persistence/establishments.js';
import type { Round } from '../persistence/rounds.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import type { OnBehalf } from './respondent.js';

/** The establishment a respondent speaks for. */
export const ownEstablishment = async (site: Site, who: OnBehalf): Promise<Establishment> => {
  const establishment = await site.store.establishments.byId(who.establishmentId);
  if (establishment === null) throw new Error('A session names an establishment that does not exist');
  return establishment;
};

/** Examples answer the rounds of examples, real establishments the real ones: made-up figures never mix with answers. */
export const takesPart = (establishment: Establishment, round: Round): boolean => (establishment.example !== null) === round.isExample;

/** A round the establishment takes part in. Throws roundUnknown. */
export const ownRound = async (site: Site, establishment: Establishment, roundId: string): Promise<Round> => {
  const round = await site.store.rounds.byId(roundId);
  if (round === null || !takesPart(establishment, round)) throw siteProblem('roundUnknown');
  return round;
};
