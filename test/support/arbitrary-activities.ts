import fc from 'fast-check';
import type { QuantityActivity } from '../../server/domain/categories.js';

const quantity = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => Math.abs(value));

/** Ways to write an activity that a Korean set takes, without its id and quantity. */
const kinds: readonly object[] = [
  ...['diesel', 'kerosene', 'heavyOilC', 'byproductOil2'].flatMap((fuel) =>
    ['L', 'kL', 'GJ'].map((unit) => ({ category: 'stationaryCombustion', fuel, unit })),
  ),
  ...['coke', 'bituminousCoal', 'wood', 'petroleumCoke', 'propane'].flatMap((fuel) =>
    ['kg', 't', 'MJ'].map((unit) => ({ category: 'stationaryCombustion', fuel, unit })),
  ),
  ...['Nm3', 'MJ', 'kWh', 'toe'].map((unit) => ({ category: 'stationaryCombustion', fuel: 'cityGasLng', unit })),
  ...['diesel', 'gasoline'].flatMap((fuel) => ['road', 'offroad'].map((mode) => ({ category: 'mobileCombustion', fuel, mode, unit: 'L' }))),
  { category: 'mobileCombustion', fuel: 'butane', mode: 'offroad', unit: 'kg' },
  ...['kWh', 'MWh', 'GJ'].map((unit) => ({ category: 'purchasedElectricity', unit })),
  { category: 'purchasedElectricity', unit: 'MWh', factor: { value: 0.1, unit: 'tCO2eq/MWh', source: 'a contract' } },
  { category: 'stationaryCombustion', fuel: 'lng', unit: 't', factor: { value: 2.7, unit: 'tCO2/t', source: 'an analysis' } },
  ...['boiler', 'chp', 'average'].map((kind) => ({ category: 'purchasedHeat', kind, unit: 'GJ' })),
  { category: 'purchasedHeat', supplier: 'kdhc-daegu', unit: 'Gcal' },
  { category: 'purchasedHeat', kind: 'boiler', unit: 't', enthalpyMJPerKg: 2.763 },
  { category: 'mobileCombustion', fuel: 'diesel', unit: 'km', vehicleClass: 'truckSmall' },
  { category: 'mobileCombustion', fuel: 'gasoline', unit: 'L', technology: 'uncontrolled' },
  { category: 'stationaryCombustion', fuel: 'diesel', unit: 'GJ', heatBasis: 'gross' },
  { category: 'ownElectricity', plant: 'solar', unit: 'MWh' },
];

/** Activities of every category, each with an id of its own. */
export const activities: fc.Arbitrary<QuantityActivity[]> = fc
  .array(fc.tuple(fc.constantFrom(...kinds), quantity), { maxLength: 12 })
  .map((list) => list.map(([kind, amount], index) => ({ ...kind, id: `a${index}`, quantity: amount }) as QuantityActivity));

/** Heads of requests those activities can be computed under. */
export const heads: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    reportingYear: fc.integer({ min: 2021, max: 2026 }),
    gwp: fc.constantFrom('SAR', 'AR4', 'AR5', 'AR6'),
    sector: fc.constantFrom('energy', 'manufacturing', 'commercial', 'residential'),
  }),
  fc.record({ reportingYear: fc.integer({ min: 2021, max: 2025 }), factorSet: fc.constant('k-ets') }),
);
