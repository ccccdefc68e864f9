import type { FuelActivity } from '../activity-data.js';
import { defineCategory } from '../category.js';
import { type ChooseCombustionFactors, combust, fuelOf } from '../combustion.js';
import { type Estimate, type Estimator, ofPart, type Setting } from '../estimate.js';
import { exactSum } from '../exact-sum.js';
import type { Fuel } from '../factor-data.js';
import { type FuelBasis, useOf } from '../fuel-basis.js';
import { fuelBill } from '../fuel-bill.js';
import { fuelFaults, fuelFields } from '../fuel-fields.js';
import { billOfPart, type FuelSplit, fuelUses, partsOf, partsOfBill, splitFaults, splitField, toldParts } from '../fuel-split.js';
import type { FactorUse, InventoryWarning } from '../inventory.js';
import { billOrigin, shown } from '../trace.js';
import { fuelNames, warning } from '../warnings.js';

/**
 * The share of the carbon that burns: tier 2 where the set is national and the fuel's values are too; all of it at tier 1.
 * Source: K-ETS guideline, annex 6: solid 0.98 (power sector 0.99), liquid 0.99, gas 0.995.
 */
const oxidationOf = (fuel: Fuel, basis: FuelBasis, { set, sector, data }: Setting): FactorUse => {
  const tier = basis.tier === 2 ? set.oxidationTier : 1;
  const record =
    data.oxidation[`${tier} ${fuel.state} ${sector}`] ?? data.oxidation[`${tier} ${fuel.state} any`] ?? data.oxidation[`${tier} any any`];
  if (record === undefined) throw new Error(`There is no oxidation factor of tier ${tier} for a ${fuel.state}.`);
  return useOf(record, 'OF', 'exact');
};

/** CH4 and N2O are IPCC defaults by sector in every set: the national rules know tier 1 alone for them. */
const choose: ChooseCombustionFactors = (fuel, basis, setting) => {
  const gas = (name: 'CH4' | 'N2O'): FactorUse => {
    const record = setting.data.stationary[`${setting.sector} ${fuel.ipccRow} ${name}`];
    if (record === undefined) throw new Error(`The IPCC table has no ${name} row for ${fuel.ipccRow}.`);
    return useOf(record, 'EF', fuel.ipccMatch);
  };
  return { oxidation: oxidationOf(fuel, basis, setting), ch4: gas('CH4'), n2o: gas('N2O'), notes: [] };
};

export interface StationaryCombustionActivity extends FuelActivity {
  readonly category: 'stationaryCombustion';
  readonly split?: FuelSplit;
}

/** What is said of the parts that were not burnt, so that none of them leaves in silence. */
const notBurnt = ({ id, quantity, split = { basis: 'share' }, unit }: StationaryCombustionActivity, fuel: Fuel): InventoryWarning[] =>
  partsOf(quantity, split).flatMap((part) => {
    const values = { ...fuelNames(fuel), amount: `${shown(part.quantity)} ${unit}` };
    if (part.quantity === 0 || fuelUses[part.use].isBurnt) return [];
    return [warning(part.use === 'sold' ? 'fuelSold' : 'rawMaterialNotBurnt', id, values)];
  });

/** A fuel of which parts are used otherwise: the parts that burn each have lines of their own, the energy is that of all of them. */
const estimateParts = (activity: StationaryCombustionActivity, split: FuelSplit, path: string, setting: Setting): Estimate => {
  const fuel = fuelOf(activity, path, setting);
  const bill = fuelBill(activity, fuel, path);
  const parts = partsOfBill(bill, activity.quantity, split);
  const burnt = parts.filter(({ use }) => fuelUses[use].isBurnt);
  const quantity = exactSum(burnt.map((part) => part.quantity));
  const ofParts = burnt.map((part) =>
    ofPart(part.use, combust(activity, fuel, billOfPart(bill, part, parts), path, setting, choose).lines),
  );
  const whole = combust(activity, fuel, { ...bill, quantity, origin: billOrigin(quantity, bill.unit.symbol) }, path, setting, choose);
  return {
    ...whole,
    lines: ofParts.flat(),
    parts: toldParts(partsOf(activity.quantity, split), activity.unit),
    warnings: [...whole.warnings, ...notBurnt(activity, fuel)],
  };
};

const estimate: Estimator<StationaryCombustionActivity> = (activity, path, setting) => {
  if (activity.split !== undefined) return estimateParts(activity, activity.split, path, setting);
  const fuel = fuelOf(activity, path, setting);
  return combust(activity, fuel, fuelBill(activity, fuel, path), path, setting, choose);
};

/** Fuel burnt in boilers, furnaces and generators: CO2, CH4 and N2O of Scope 1. */
export const stationaryCombustion = defineCategory<StationaryCombustionActivity>({
  id: 'stationaryCombustion',
  scope: 1,
  en: 'Stationary combustion',
  ko: '고정연소',
  fields: [...fuelFields, splitField],
  faults: (activity, path) => [...fuelFaults(activity, path), ...splitFaults(activity, path)],
  estimate,
  isProportional: true,
  methods: [
    {
      equation: 'm = Q · NCV · EF · OF · 10⁻⁹',
      en: 'Fuel burnt in boilers, furnaces and generators: net energy times the factor of each gas; the oxidation factor belongs to CO2 alone.',
      ko: '보일러, 노, 발전기에서 태운 연료: 순발열량 기준 열량에 온실가스별 배출계수를 곱합니다. 산화계수는 CO2에만 적용합니다.',
      source: 'IPCC 2006 Guidelines, Vol. 2, Ch. 2, eq. 2.1',
    },
  ],
});
