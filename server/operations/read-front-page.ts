import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import { roundState } from '../survey/round-state.js';
import { editionOf } from './edition-of.js';

/** What anybody may know: which rounds are open, and whether there are examples to try. */
export interface FrontPage {
  readonly hasExamples: boolean;
  readonly rounds: readonly { readonly edition: Pick<Edition, 'title' | 'minutes'>; readonly reportingYear: number }[];
}

const isOpen = (round: Round): boolean => roundState(round) === 'open';

/** The first page of everybody. */
export const readFrontPage = async (site: Site): Promise<FrontPage> => {
  const open = (await site.store.rounds.all()).filter(isOpen);
  return {
    hasExamples: open.some((round) => round.isExample),
    rounds: open
      .filter((round) => !round.isExample)
      .map((round) => ({ edition: editionOf(site, round.editionId), reportingYear: round.reportingYear })),
  };
};
