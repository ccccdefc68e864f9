import type { GwpComparison } from '../domain/compare-gwp.js';
import { formatResult } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** The totals of an inventory under the global warming potentials of every report, a row each. */
export interface GwpTable {
  readonly title: string;
  readonly lead: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[]; readonly chosen: string | null }[];
  /** Said when a published value could not be computed anew; null when all could. */
  readonly note: string | null;
}

/** Null where there is nothing to set side by side: the factor set goes with one set of potentials alone. */
export const gwpTable = (comparison: readonly GwpComparison[], language: Language): GwpTable | null => {
  const words = wordsOf(language).page.result;
  const known = comparison.flatMap(({ gwp, chosen, totals, unsplit }) => (totals === null ? [] : [{ gwp, chosen, totals, unsplit }]));
  if (known.length < 2) return null;
  return {
    title: words.gwpTitle,
    lead: words.gwpLead,
    caption: words.unitCo2eq,
    head: [words.gwpReport, words.scopeName.s1, words.scopeName.location, words.sum],
    rows: known.map(({ gwp, chosen, totals: { scope1, scope2LocationBased } }) => ({
      name: words.gwpSets[gwp],
      cells: [scope1.co2eq, scope2LocationBased.co2eq, scope1.co2eq + scope2LocationBased.co2eq].map(formatResult),
      chosen: chosen ? words.gwpChosen : null,
    })),
    note: known.some(({ unsplit }) => unsplit.length > 0) ? words.gwpUnsplit : null,
  };
};
