import type { Inventory } from '../domain/inventory.js';
import { isNone, piecesOf } from './equipment-energy.js';
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
  /** Kinds entered with a size or hours of zero alone: there are none. */
  readonly equipmentNone: readonly string[];
  /** Pieces by kind, the least number that the table tells; a kind that is missing there may still be on site. */
  readonly equipmentPieces: Readonly<Record<string, number>>;
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
  const present = equipment.filter((row) => !isNone(row));
  const pieces: Record<string, number> = {};
  for (const row of present) pieces[row.kind] = (pieces[row.kind] ?? 0) + (piecesOf(row) ?? 1);
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
    equipmentNone: [...new Set(equipment.map((row) => row.kind))].filter((kind) => !present.some((row) => row.kind === kind)),
    equipmentPieces: pieces,
  };
};
