import type { FuelBasis, Scheme } from './fuel-basis.js';
import type { FuelBill } from './fuel-bill.js';
import { refuse } from './refusal.js';
import { shown } from './trace.js';

/** Units a heat content is mistaken for MJ in, in MJ. */
const otherUnits = { kcal: 0.004_186_8, Mcal: 4.1868, kWh: 3.6, GJ: 1000 } as const;

/** Half to twice the usual value: farther off no city gas lies. */
const isNear = (value: number, usual: number): boolean => value >= usual / 2 && value <= usual * 2;

/** The unit the value makes sense in, and what it is in MJ: the nearest to the usual one. */
const likelySlip = (value: number, usual: number): { readonly per: string; readonly inMJ: number } | null => {
  const distance = (inMJ: number): number => Math.abs(Math.log(inMJ / usual));
  const [nearest] = Object.entries(otherUnits)
    .map(([per, factor]) => ({ per, inMJ: value * factor }))
    .filter(({ inMJ }) => isNear(inMJ, usual))
    .sort((a, b) => distance(a.inMJ) - distance(b.inMJ));
  return nearest ?? null;
};

/**
 * Refuses a heat content of a gas bill outside half to twice the gross value of the set, under IPCC values that of the national table,
 * and says which unit was likely taken for MJ.
 */
export const refuseStrangeHeatContent = (bill: FuelBill, { fuel, tier, calorific }: FuelBasis, scheme: Scheme, field: string): void => {
  if (bill.grossMJPerNm3 === null) return;
  const value = tier === 2 ? calorific : scheme.data.calorificValues[`${scheme.row.national} ${fuel.id}`];
  const usual = value?.gross ?? null;
  if (usual === null) throw new Error(`There is no gross calorific value of ${fuel.id} to judge a bill by.`);
  if (isNear(bill.grossMJPerNm3, usual)) return;
  const values = { given: String(bill.grossMJPerNm3), fuel: fuel.id, least: shown(usual / 2), most: shown(usual * 2), usual };
  const slip = likelySlip(bill.grossMJPerNm3, usual);
  if (slip === null) refuse('heatContentImplausible', field, values);
  else refuse('heatContentInOtherUnit', field, { ...values, per: slip.per, inMJ: String(Number(slip.inMJ.toPrecision(4))) });
};
