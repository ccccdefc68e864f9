import type { Establishment } from '../persistence/establishments.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import { roundState } from '../survey/round-state.js';
import { editionOf } from './edition-of.js';
import { ownEstablishment, takesPart } from './own-establishment.js';
import type { OnBehalf } from './respondent.js';

/** What a respondent can do: the rounds of its establishment and how far each response is; null: not begun. */
export interface Home {
  readonly establishment: Establishment;
  readonly rounds: readonly { readonly round: Round; readonly edition: Edition; readonly response: StoredResponse | null }[];
}

/** The first page of a respondent. */
export const readHome = async (site: Site, who: OnBehalf): Promise<Home> => {
  const establishment = await ownEstablishment(site, who);
  const responses = await site.store.responses.ofEstablishment(who.establishmentId);
  const isBegun = (roundId: string): boolean => responses.some((response) => response.roundId === roundId);
  // One that is prepared is not there yet; one that was put away is there for whoever answered in it.
  const isShown = (round: Round): boolean => ['open', 'closed'].includes(roundState(round)) || isBegun(round.id);
  const rounds = (await site.store.rounds.all()).filter((round) => takesPart(establishment, round) && isShown(round));
  return {
    establishment,
    rounds: rounds.map((round) => ({
      round,
      edition: editionOf(site, round.editionId),
      response: responses.find((response) => response.roundId === round.id) ?? null,
    })),
  };
};
