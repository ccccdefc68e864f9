import { readBaseYearText } from '../domain/base-year/read-base-year.js';
import { type BaseYearResult, recalculate } from '../domain/base-year/recalculate.js';
import type { InventorySite } from './compute-inventory.js';
import { type WordedFault, wordFault } from './word-faults.js';

/** Both series of a base year, or every reason why there are none. */
export type BaseYearAnswer = { readonly result: BaseYearResult } | { readonly errors: readonly WordedFault[] };

/** Computes a base year again from its JSON text, naming every fault of it. */
export const recalculateBaseYearText = ({ catalog }: Pick<InventorySite, 'catalog'>, text: string): BaseYearAnswer => {
  const { request, faults } = readBaseYearText(text, catalog.emissionFactors);
  if (request === null) return { errors: faults.map(wordFault) };
  return { result: recalculate(request, catalog.emissionFactors.thresholds.baseYearRecalculation.value) };
};
