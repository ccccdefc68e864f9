import type { InventoryRequest } from '../../server/domain/inventory-request.js';

/** Fuels, vehicles, electricity and heat of a mid-sized works: ten bills of a quarter. */
const quarter = [
  { category: 'stationaryCombustion', fuel: 'cityGasLng', quantity: 48_200, unit: 'Nm3' },
  { category: 'stationaryCombustion', fuel: 'diesel', quantity: 1200, unit: 'L' },
  { category: 'stationaryCombustion', fuel: 'propane', quantity: 5.4, unit: 't' },
  { category: 'stationaryCombustion', fuel: 'heavyOilC', quantity: 22, unit: 'kL' },
  { category: 'stationaryCombustion', fuel: 'bituminousCoal', quantity: 130, unit: 't' },
  { category: 'mobileCombustion', fuel: 'diesel', quantity: 2600, unit: 'L' },
  { category: 'mobileCombustion', fuel: 'gasoline', quantity: 900, unit: 'L' },
  { category: 'purchasedElectricity', quantity: 640, unit: 'MWh' },
  { category: 'purchasedElectricity', quantity: 88_000, unit: 'kWh' },
  { category: 'purchasedHeat', kind: 'chp', quantity: 310, unit: 'GJ' },
] as const;

/**
 * A year of forty activities.
 * @param seed varies the quantities, so that no two establishments are the same
 */
export const fortyActivities = (seed: number, count = 40): InventoryRequest => ({
  reportingYear: 2024,
  factorSet: 'kr-national',
  gwp: 'AR5',
  sector: 'manufacturing',
  activityData: Array.from({ length: count }, (_, index) => {
    const bill = quarter[index % quarter.length] ?? quarter[0];
    return { ...bill, id: `a${index}`, quantity: bill.quantity * (1 + ((seed * 31 + index * 17) % 97) / 100) };
  }),
});
