import { type Consolidation, consolidate as compute } from '../domain/consolidation/consolidate.js';
import { placeIn, type ReadConsolidation, readConsolidation, readConsolidationText } from '../domain/consolidation/read-consolidation.js';
import { seoulYear } from '../domain/seoul-time.js';
import type { InventorySite } from './compute-inventory.js';
import { type WordedFault, wordFault } from './word-faults.js';

/** A consolidated inventory, or every reason why there is none. */
export type ConsolidationAnswer = { readonly consolidation: Consolidation } | { readonly errors: readonly WordedFault[] };

const compose = ({ catalog, clock }: InventorySite, { request, faults }: ReadConsolidation): ConsolidationAnswer => {
  if (request === null) return { errors: faults.map(wordFault) };
  const result = compute(request, catalog.emissionFactors, seoulYear(clock.now()), placeIn(request));
  return 'consolidation' in result ? result : { errors: result.faults.map(wordFault) };
};

/** Consolidates a group from its JSON text, naming every fault of it. */
export const consolidateText = (site: InventorySite, text: string): ConsolidationAnswer =>
  compose(site, readConsolidationText(text, site.catalog.emissionFactors));

/** Consolidates a group from plain values, naming every fault of it. */
export const consolidateValue = (site: InventorySite, value: unknown): ConsolidationAnswer =>
  compose(site, readConsolidation(value, site.catalog.emissionFactors));
