import type { GwpComparison } from '../domain/compare-gwp.js';
import { formatResult } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** The totals under the potentials of every assessment report, side by side. */
export interface GwpTable {
  readonly title: string;
  readonly lead: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly chosen: string | null; readonly cells: readonly string[] }[];
  readonly note: string | null;
}

const unknown = '—';

/** @param comparison null: the data have changed since the inventory was computed, so that there is nothing to compare it with */
export const gwpTable = (comparison: readonly GwpComparison[] | null, language: Language): GwpTable | null => {
  if (comparison === null) return null;
  const words = wordsOf(language).page.result;
  const { gwp } = wordsOf(language).page;
  return {
    title: gwp.title,
    lead: gwp.lead,
    head: [gwp.report, words.scopeName.s1, words.scopeName.location, words.total],
    rows: comparison.map(({ gwp: report, chosen, totals }) => ({
      name: report,
      chosen: chosen ? gwp.chosen : null,
      cells:
        totals === null
          ? [unknown, unknown, unknown]
          : [totals.scope1.co2eq, totals.scope2LocationBased.co2eq, totals.scope1.co2eq + totals.scope2LocationBased.co2eq].map(
              formatResult,
            ),
    })),
    note: comparison.some(({ unsplit }) => unsplit.length > 0) ? gwp.unsplit : null,
  };
};
