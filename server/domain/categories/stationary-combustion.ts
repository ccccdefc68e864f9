import type { FuelActivity } from '../activity-data.js';
import { defineCategory } from '../category.js';
import { type ChooseCombustionFactors, combust } from '../combustion.js';
import type { Setting } from '../estimate.js';
import type { Fuel } from '../factor-data.js';
import { type FuelBasis, useOf } from '../fuel-basis.js';
import { fuelFields } from '../fuel-fields.js';
import type { FactorUse } from '../inventory.js';

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
}

/** Fuel burnt in boilers, furnaces and generators: CO2, CH4 and N2O of Scope 1. */
export const stationaryCombustion = defineCategory<StationaryCombustionActivity>({
  id: 'stationaryCombustion',
  scope: 1,
  en: 'Stationary combustion',
  ko: '고정연소',
  fields: fuelFields,
  estimate: (activity, path, setting) => combust(activity, path, setting, choose),
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
