import type { Sector } from './activity-data.js';
import type { CalorificValue, FactorData, FactorRecord, FactorSet, Fuel } from './factor-data.js';
import type { ChosenRow } from './factor-set.js';
import type { FactorMatch, FactorUse } from './inventory.js';

/** What every estimate of a request shares. */
export interface Scheme extends ChosenRow {
  readonly set: FactorSet;
  readonly sector: Sector;
  readonly data: FactorData;
}

/** The calorific value and the CO2 factor of a fuel, always of one revision. */
export interface FuelBasis {
  readonly fuel: Fuel;
  /** 2: national values; 1: those of IPCC 2006. */
  readonly tier: 1 | 2;
  readonly match: FactorMatch;
  /** Null where the IPCC prints none for the fuel (industrial waste): then only energy units will do. */
  readonly calorific: CalorificValue | null;
  /** tC/TJ (multiplied by 44/12) or kgCO2/TJ. */
  readonly co2: FactorUse;
}

const nationalBasis = (fuel: Fuel, { set, row, older, data }: Scheme): FuelBasis | null => {
  const calorific = data.calorificValues[`${row.calorific} ${fuel.id}`];
  const record = data.fuelCo2[`${row.co2} ${fuel.id}`];
  if (calorific === undefined || calorific.net === null || record === undefined) return null;
  const printed = set.fuelCo2 === 'printed';
  if (printed && record.printed === null) return null;
  const match = older ? 'older-year' : 'exact';
  const { id: factorId, confidence, sourceId, locator } = record;
  const value = printed ? (record.printed ?? 0) : record.carbonContent;
  const co2 = {
    role: printed ? 'EF' : 'C',
    factorId,
    value,
    unit: printed ? 'kgCO2/TJ' : 'tC/TJ',
    match,
    confidence,
    sourceId,
    locator,
  } as const;
  return { fuel, tier: 2, match, calorific, co2 };
};

const ipccBasis = (fuel: Fuel, { set, sector, data }: Scheme): FuelBasis => {
  const record = data.stationary[`${sector} ${fuel.ipccRow} CO2`];
  if (record === undefined) throw new Error(`The IPCC table has no CO2 row for ${fuel.ipccRow}.`);
  const match = set.fuelCo2 === 'ipcc' ? fuel.ipccMatch : 'other-revision';
  return { fuel, tier: 1, match, calorific: data.calorificValues[`ipcc-2006 ${fuel.ipccRow}`] ?? null, co2: useOf(record, 'EF', match) };
};

/** A record as it entered a line. */
export const useOf = (record: FactorRecord, role: string, match: FactorMatch): FactorUse => ({
  role,
  factorId: record.id,
  value: record.value,
  unit: record.unit,
  match,
  confidence: record.confidence,
  sourceId: record.sourceId,
  locator: record.locator,
});

/**
 * Chooses the calorific value and the CO2 factor of a fuel together: the set's own, or, where it lacks one of the two,
 * both from IPCC 2006, so that one line never mixes revisions.
 */
export const chooseFuelBasis = (fuel: Fuel, scheme: Scheme): FuelBasis =>
  (scheme.set.fuelCo2 === 'ipcc' ? null : nationalBasis(fuel, scheme)) ?? ipccBasis(fuel, scheme);
