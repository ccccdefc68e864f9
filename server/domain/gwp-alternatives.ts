import type { GwpAlternative } from './emission-source-data.js';
import type { FactorData } from './factor-data.js';
import type { Fault } from './fault.js';
import type { InventoryRequest } from './inventory-request.js';

/** The values chosen in place of the defaults of a report, or what is wrong with the choice. */
export const chooseGwpAlternatives = (
  { gwp, gwpAlternatives = [] }: Pick<InventoryRequest, 'gwp' | 'gwpAlternatives'>,
  data: FactorData,
): { readonly records: readonly GwpAlternative[] } | { readonly faults: readonly Fault[] } => {
  const records = gwpAlternatives.flatMap((id) => data.gwpAlternatives[id] ?? []);
  const faults = records.flatMap((record, index): Fault[] => {
    const field = `gwpAlternatives[${index}]`;
    const first = records.findIndex((other) => other.gas === record.gas);
    if (record.set !== gwp) return [{ code: 'gwpAlternativeOfOtherReport', field, values: { id: record.id, set: record.set, gwp } }];
    return first < index ? [{ code: 'gwpAlternativeTwice', field, values: { gas: record.gas, first: `gwpAlternatives[${first}]` } }] : [];
  });
  return faults.length > 0 ? { faults } : { records };
};
