import { acceptedUnits } from '../domain/accepted-units.js';
import { mobileModes } from '../domain/categories/mobile-combustion.js';
import { ownPlants } from '../domain/categories/own-electricity.js';
import { heatKinds } from '../domain/categories/purchased-heat.js';
import { categories, categoryOf, type QuantityActivity } from '../domain/categories.js';
import { dataQualities } from '../domain/data-quality.js';
import type { FactorData } from '../domain/factor-data.js';
import { fuelUses } from '../domain/fuel-split.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import { activityFields, gwpSets, sectors } from '../domain/request-shape.js';
import { knownUnit, unitSymbols } from '../domain/units.js';
import { listEmissionSources } from './list-emission-sources.js';

const present = <Value>(values: Readonly<Record<string, Value | undefined>>): Value[] =>
  Object.values(values).filter((value) => value !== undefined);

/** The newest row of the default set: what the listed units are tried with. */
const headOf = (data: FactorData): Omit<InventoryRequest, 'activityData'> => {
  const set = present(data.factorSets).find((each) => each.default);
  const year = set?.rows.at(-1)?.to;
  if (set === undefined || year === undefined) throw new Error('No factor set is the default.');
  return { reportingYear: year, factorSet: set.id, gwp: set.gwp.default, sector: 'manufacturing' };
};

/**
 * Everything that can be named in a request, for people and programs. The units of a fuel are those the default set takes
 * in its last year; another set may take fewer or more.
 */
export const listVocabulary = (data: FactorData, currentYear: number): Readonly<Record<string, unknown>> => {
  const head = headOf(data);
  const unitsOf = (activity: QuantityActivity): string[] => acceptedUnits(head, activity, data, currentYear);
  const given = { id: 'listed', quantity: 1, unit: '' };
  return {
    factorSets: present(data.factorSets).map(({ id, en, ko, default: isDefault, gwp, rows, afterLastRow }) => ({
      id,
      en,
      ko,
      default: isDefault,
      gwp,
      years: { from: rows[0]?.from ?? null, to: afterLastRow === 'refuse' ? (rows.at(-1)?.to ?? null) : null },
    })),
    gwp: gwpSets,
    sectors,
    categories: categories.map((id) => ({
      id,
      en: categoryOf(id).en,
      ko: categoryOf(id).ko,
      scope: categoryOf(id).scope,
      required: activityFields(id)
        .filter((field) => field.required)
        .map((field) => field.key),
      optional: activityFields(id)
        .filter((field) => !field.required)
        .map((field) => field.key),
    })),
    units: unitSymbols.map((symbol) => ({ symbol, dimension: knownUnit(symbol).dimension })),
    fuels: present(data.fuels).map(({ id, en, ko, state, biogenic, billedHeat }) => ({
      id,
      en,
      ko,
      state,
      biogenic,
      heat: billedHeat,
      units: unitsOf({ ...given, category: 'stationaryCombustion', fuel: id }),
      modes: mobileModes.filter((mode) => unitsOf({ ...given, category: 'mobileCombustion', fuel: id, mode }).length > 0),
    })),
    electricity: { units: unitsOf({ ...given, category: 'purchasedElectricity' }) },
    heat: { units: unitsOf({ ...given, category: 'purchasedHeat', kind: 'average' }) },
    modes: mobileModes,
    heatKinds,
    suppliers: present(data.suppliers).map(({ id, en, ko }) => ({
      id,
      en,
      ko,
      years: [...new Set((data.supplierHeat[id] ?? []).map(({ year }) => year))],
    })),
    ...listEmissionSources(data),
    vehicleClasses: present(data.vehicleClasses).map(({ id, en, ko, fuels, measured, value, unit }) => ({
      id,
      en,
      ko,
      fuels,
      measured,
      fuelEconomy: { value, unit },
    })),
    technologies: present(data.technologies),
    instruments: present(data.instruments).map(({ id, en, ko, counted, factor, isDisputed }) => ({
      id,
      en,
      ko,
      counted,
      factor,
      isDisputed,
    })),
    ownPlants,
    splitUses: Object.entries(fuelUses).map(([id, { en, ko, isBurnt }]) => ({ id, en, ko, isBurnt })),
    dataQualities,
    factorUnit: '(kg|t)(CO2|CH4|N2O|CO2eq)/UNIT',
    fuelEconomyUnit: 'DISTANCE/UNIT or UNIT/DISTANCE, such as km/L, L/100km, km/kWh',
  };
};
