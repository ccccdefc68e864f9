import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import type { Text } from '../survey/edition.js';
import { roundState } from '../survey/round-state.js';
import { bankOf } from './edition-of.js';

/** What anybody may know: which rounds are open, and whether there are examples to try. */
export interface FrontPage {
  readonly hasExamples: boolean;
  readonly rounds: readonly {
    readonly title: Text;
    readonly reportingYear: number;
    /** Minutes of its shortest and its longest form. */
    readonly minutes: { readonly least: number; readonly most: number };
  }[];
}

const isOpen = (round: Round): boolean => roundState(round) === 'open';

const shown = (site: Site, round: Round): FrontPage['rounds'][number] => {
  const { title, forms } = bankOf(site, round);
  const minutes = Object.values(forms).map((id) => site.catalog.surveys.editions[id]?.minutes ?? 0);
  return { title, reportingYear: round.reportingYear, minutes: { least: Math.min(...minutes), most: Math.max(...minutes) } };
};

/** The first page of everybody. */
export const readFrontPage = async (site: Site): Promise<FrontPage> => {
  const open = (await site.store.rounds.all()).filter(isOpen);
  return {
    hasExamples: open.some((round) => round.isExample),
    rounds: open.filter((round) => !round.isExample).map((round) => shown(site, round)),
  };
};
