import { expect } from 'chai';
import { gwpSets, sectors } from '../../server/domain/request-shape.js';
import { inventoryProblems } from '../../server/problem/inventory-problems.js';
import { emissionFactors, resultOf, withActivity } from '../support/emission-factors.js';

const fuels = Object.values(emissionFactors().fuels).flatMap((fuel) => fuel ?? []);

/** Finite and not negative, or refused with a fault that has sentences; tells which. */
const outcome = (activity: object, head: object, what: string): string => {
  const result = resultOf(withActivity(activity, head));
  if ('faults' in result) {
    for (const fault of result.faults) {
      if (!(fault.code in inventoryProblems)) throw new Error(`${what}: ${fault.code} has no sentence`);
      expect(fault.field, what).to.match(/^activityData\[0\]\.(unit|fuel|vehicleClass)$/);
    }
    return result.faults.map((fault) => fault.code).join();
  }
  const { totals, lines } = result.inventory;
  const numbers = [
    ...lines.flatMap((line) => [line.co2eq, line.tonnes ?? 0]),
    ...Object.values(totals.energy).map((each) => each ?? 0),
    totals.scope1.co2eq,
  ];
  expect(
    numbers.every((each) => Number.isFinite(each) && each >= 0),
    what,
  ).to.equal(true);
  expect(totals.scope1.co2eq + totals.biogenicCo2, what).to.be.above(0);
  return 'computed';
};

/** Units that are treated differently: one of each dimension, and those with a rule of their own. */
const kinds = ['kg', 'L', 'm3', 'Nm3', 'Sm3', 'MJ', 'kWh', 'toe', 'therm', 'km', 'm2', 'KRW'];

describe('every fuel', () => {
  it('of the vocabulary has a name in both languages, and the ones people use are there', () => {
    const ids = fuels.map((fuel) => fuel.id);
    const used =
      'gasoline kerosene diesel heavyOilA heavyOilB heavyOilC propane butane naphtha lng cityGasLng cityGasLpg domesticAnthracite ' +
      'importedAnthracite bituminousCoal subBituminousCoal coke petroleumCoke byproductOil1 byproductOil2 jetFuel wood charcoal biogas';
    expect(ids).to.include.members(used.split(' '));
    for (const fuel of fuels) expect(fuel.ko, fuel.id).to.match(/\p{Script=Hangul}|LPG/u);
  });

  for (const [factorSet, years] of Object.entries({
    'kr-national': [2018, 2021, 2022, 2026],
    'k-ets': [2018, 2025],
    'ipcc-2006': [1990, 2024],
  })) {
    it(`under ${factorSet} burns to finite numbers in every sector, by its net heat`, () => {
      for (const { id: fuel } of fuels) {
        for (const reportingYear of years) {
          for (const sector of sectors) {
            const what = `${fuel} ${reportingYear} ${sector}`;
            expect(
              outcome({ category: 'stationaryCombustion', fuel, unit: 'GJ' }, { reportingYear, factorSet, sector }, what),
              what,
            ).to.equal('computed');
          }
        }
      }
    });

    it(`under ${factorSet} is computed or refused by name in every kind of unit and both modes`, () => {
      for (const { id: fuel } of fuels) {
        for (const unit of kinds) {
          const head = { reportingYear: years.at(-1), factorSet };
          outcome({ category: 'stationaryCombustion', fuel, unit }, head, `${fuel} ${unit}`);
          for (const mode of ['road', 'offroad'])
            outcome({ category: 'mobileCombustion', fuel, unit, mode }, head, `${fuel} ${unit} ${mode}`);
        }
      }
    });
  }

  it('can be given in kg, L or Nm3, except where only its heat is known', () => {
    const refused = fuels.filter(({ id: fuel }) =>
      ['kg', 'L', 'Nm3'].every((unit) => outcome({ category: 'stationaryCombustion', fuel, unit }, {}, fuel) !== 'computed'),
    );
    expect(refused.map((fuel) => fuel.id)).to.deep.equal(['industrialWaste']);
  });

  it('has CO2 outside the scopes when it is biogenic, inside when it is not', () => {
    for (const { id: fuel, biogenic } of fuels) {
      const result = resultOf(withActivity({ category: 'stationaryCombustion', fuel, unit: 'TJ' }));
      if ('faults' in result) throw new Error(fuel);
      const { scope1, biogenicCo2 } = result.inventory.totals;
      expect([scope1.co2 === 0, biogenicCo2 > 0], fuel).to.deep.equal([biogenic, biogenic]);
      expect(scope1.ch4, fuel).to.be.above(0);
    }
  });

  it('goes with every set of global warming potentials', () => {
    for (const gwp of gwpSets) outcome({ category: 'stationaryCombustion', fuel: 'diesel', unit: 'L' }, { gwp }, gwp);
  });
});
