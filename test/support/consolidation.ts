import { type Consolidation, consolidate } from '../../server/domain/consolidation/consolidate.js';
import { placeIn, readConsolidation } from '../../server/domain/consolidation/read-consolidation.js';
import type { Fault } from '../../server/domain/fault.js';
import { emissionFactors, testYear } from './emission-factors.js';

const answer = (value: unknown): { readonly consolidation: Consolidation } | { readonly faults: readonly Fault[] } => {
  const { request, faults } = readConsolidation(value, emissionFactors());
  return request === null ? { faults } : consolidate(request, emissionFactors(), testYear, placeIn(request));
};

/** The consolidated inventory of a group that must not be refused. */
export const consolidationOf = (value: unknown): Consolidation => {
  const result = answer(value);
  if ('consolidation' in result) return result.consolidation;
  throw new Error(`refused: ${JSON.stringify(result.faults)}`);
};

/** "field code" of every fault of a group that must be refused. */
export const consolidationFaultsOf = (value: unknown): string[] => {
  const result = answer(value);
  return 'faults' in result ? result.faults.map(({ field, code }) => `${field} ${code}`) : [];
};

/** A group of one company, by operational control, of 2024. */
export const group = (establishments: readonly object[], more: object = {}): Record<string, unknown> => ({
  reportingYear: 2024,
  approach: 'operationalControl',
  organizations: [{ id: 'group' }],
  establishments: establishments.map((establishment) => ({ organization: 'group', activityData: [], ...establishment })),
  ...more,
});

export const power = (id: string, quantity: number): object => ({ id, category: 'purchasedElectricity', quantity, unit: 'MWh' });
export const steam = (id: string, quantity: number): object => ({ id, category: 'purchasedHeat', kind: 'boiler', quantity, unit: 'GJ' });
export const diesel = (id: string, quantity: number): object => ({
  id,
  category: 'stationaryCombustion',
  fuel: 'diesel',
  quantity,
  unit: 'L',
});
