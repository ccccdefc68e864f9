import type { Inventory } from '../domain/inventory.js';
import { normalIndustryCode } from './industry-code.js';
import type { Equipment, EstablishmentProfile } from './plan.js';
import type { PlannerData, Region } from './planner-data.js';
import { findRegion } from './region-code.js';
import { electricityMegawattHours } from './site-energy.js';
import { type SizeFinding, sizeFinding } from './size-class.js';

/** What conditions are checked against. Null means "not known". */
export interface Facts {
  readonly industry: string | null;
  readonly region: Region | null;
  readonly inComplex: boolean | null;
  readonly complexName: string | null;
  readonly workers: number | null;
  readonly averageSales: number | null;
  readonly size: SizeFinding;
  readonly energyToe: number | null;
  readonly siteEmissions: number;
  readonly electricityMWh: number | null;
  /** Kinds named in the main equipment table; a kind that is missing there may still be on site. */
  readonly equipmentKinds: readonly string[];
}

/** The facts of an establishment. A code or a region that the lists do not hold counts as not known. */
export const factsOf = (
  establishment: EstablishmentProfile,
  inventory: Inventory,
  equipment: readonly Equipment[],
  data: PlannerData,
): Facts => {
  const typed = establishment.industryCode ?? null;
  const industry = typed === null ? null : normalIndustryCode(typed);
  const region = establishment.region ?? null;
  const complex = establishment.complex ?? null;
  const workers = establishment.workers ?? null;
  const averageSales = establishment.averageSales ?? null;
  const named = typeof complex === 'string' && complex.trim() !== '' ? complex.trim() : null;
  return {
    industry,
    region: region === null ? null : findRegion(region, data.regions),
    inComplex: named !== null ? true : typeof complex === 'boolean' ? complex : null,
    complexName: named,
    workers,
    averageSales,
    size: sizeFinding(industry, workers, averageSales, data.programs),
    energyToe: inventory.totals.energy.toe,
    siteEmissions: inventory.totals.scope1.co2eq + inventory.totals.scope2LocationBased.co2eq,
    electricityMWh: electricityMegawattHours(inventory),
    equipmentKinds: [...new Set(equipment.map((row) => row.kind))],
  };
};
