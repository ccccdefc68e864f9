import type { Setting } from './estimate.js';
import type { FactorData } from './factor-data.js';
import { chooseRow } from './factor-set.js';
import type { Fault } from './fault.js';
import { chooseGwpAlternatives } from './gwp-alternatives.js';
import type { InventoryRequest } from './inventory-request.js';

/** A request without its activities. */
export type RequestHead = Omit<InventoryRequest, 'activityData'>;

/**
 * What the estimates of a request share: the set and its row for the year, the GWPs, the sector; or the faults of the head.
 * @param currentYear years after it are refused
 */
export const settingOf = (head: RequestHead, data: FactorData, currentYear: number): Setting | { readonly faults: readonly Fault[] } => {
  const { reportingYear, gwp, sector } = head;
  const set = data.factorSets[head.factorSet];
  if (set === undefined) throw new Error(`The factor set ${head.factorSet} is not in the data.`);
  const chosen = chooseRow(set, reportingYear, Math.max(currentYear, data.releasedYear));
  const gwpFaults = set.gwp.allowed.includes(gwp)
    ? []
    : [{ code: 'gwpNotInSet', field: 'gwp', values: { set: set.id, given: gwp, allowed: set.gwp.allowed.join(', ') } }];
  if ('code' in chosen) return { faults: [chosen, ...gwpFaults] };
  if (gwpFaults.length > 0) return { faults: gwpFaults };
  const alternatives = chooseGwpAlternatives(head, data);
  return 'faults' in alternatives
    ? alternatives
    : { ...chosen, set, sector, data, reportingYear, gwp, gwpAlternatives: alternatives.records };
};
