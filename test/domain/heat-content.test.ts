import { expect } from 'chai';
import { wordFault } from '../../server/operations/word-faults.js';
import { faultsOf, inventoryOf, lineOf, resultOf, withActivity } from '../support/emission-factors.js';

const gas = (unit: string, more: object = {}, fuel = 'cityGasLng') => ({ category: 'stationaryCombustion', fuel, unit, ...more });
const said = (request: object): { readonly en: string; readonly ko: string } | null => {
  const result = resultOf(request);
  const [fault] = 'faults' in result ? result.faults : [];
  return fault === undefined ? null : wordFault(fault);
};
const field = 'activityData[0].grossMJPerNm3';
const own = (value: number, unit: string) => ({ factor: { value, unit, source: 'a supplier' } });

describe('the heat content printed on a gas bill', () => {
  const heads = [
    {},
    { reportingYear: 2021 },
    { factorSet: 'k-ets' },
    { factorSet: 'ipcc-2006' },
    { factorSet: 'ipcc-2006', reportingYear: 1990 },
  ];

  it('is refused outside half to twice the gross value of the set, for ipcc-2006 of the national table', () => {
    for (const head of heads) {
      for (const fuel of ['cityGasLng', 'cityGasLpg']) {
        for (const [grossMJPerNm3, code] of [
          [10_190, 'heatContentInOtherUnit'],
          [1e-300, 'heatContentImplausible'],
          [1e9, 'heatContentImplausible'],
        ] as const) {
          for (const unit of ['MJ', 'Nm3', 'toe'])
            expect(faultsOf(withActivity(gas(unit, { grossMJPerNm3 }, fuel), head)), `${fuel} ${unit}`).to.deep.equal([`${field} ${code}`]);
        }
        expect(faultsOf(withActivity(gas('MJ', { grossMJPerNm3: fuel === 'cityGasLng' ? 42.5 : 60 }, fuel), head))).to.deep.equal([]);
      }
    }
    const at = (grossMJPerNm3: number) => faultsOf(withActivity(gas('MJ', { grossMJPerNm3 })));
    expect([at(42.7 / 2), at(42.7 * 2)]).to.deep.equal([[], []]);
    expect(at(21.34)).to.have.length(1);
    expect(at(85.41)).to.have.length(1);
  });

  it('is refused too where a factor of its own makes it idle', () => {
    expect(faultsOf(withActivity(gas('Nm3', { grossMJPerNm3: 10_190, ...own(2.2, 'kgCO2eq/Nm3') })))).to.deep.equal([
      `${field} heatContentInOtherUnit`,
    ]);
  });

  it('is told to be kcal/Nm3, kWh/Nm3 or whatever it looks like', () => {
    const kcal = said(withActivity(gas('MJ', { grossMJPerNm3: 10_190 })));
    expect(kcal?.en).to.equal(
      '10190 is no heat content of cityGasLng in MJ/Nm3 (21.35 to 85.4); it looks like kcal/Nm3, which is 42.66 MJ/Nm3: write that, or leave it out',
    );
    expect(kcal?.ko).to.include('kcal/Nm3 값이라면 42.66 MJ/Nm3이니');
    for (const [given, per] of [
      [11.86, 'kWh/Nm3, which is 42.7 MJ'],
      [10.19, 'Mcal/Nm3, which is 42.66 MJ'],
      [0.0427, 'GJ/Nm3, which is 42.7 MJ'],
    ] as const)
      expect(said(withActivity(gas('MJ', { grossMJPerNm3: given })))?.en).to.include(`it looks like ${per}`);
    expect(said(withActivity(gas('MJ', { grossMJPerNm3: 1e-300 })))?.en).to.include(
      'usually 42.7); write the gross MJ/Nm3 printed on the bill',
    );
  });

  it('turns MJ into Nm3 for a factor per Nm3 without any value of the set: 42,700 MJ / 42.7 × 2.0 kg = 2.0 t', () => {
    for (const head of heads) {
      const inventory = inventoryOf(withActivity(gas('MJ', { quantity: 42_700, grossMJPerNm3: 42.7, ...own(2, 'kgCO2eq/Nm3') }), head));
      expect(inventory.totals.scope1.co2eq).to.be.closeTo(2, 1e-12);
      expect(lineOf(inventory, 'CO2eq').trace.factors.map(({ role, factorId }) => `${role} ${factorId}`)).to.deep.equal([
        'GCV own',
        'EF own',
      ]);
    }
    const oneGas = inventoryOf(
      withActivity(gas('MJ', { quantity: 42_700, grossMJPerNm3: 42.7, ...own(2, 'kgCO2/Nm3') }), { factorSet: 'ipcc-2006' }),
    );
    expect(lineOf(oneGas, 'CO2').tonnes).to.be.closeTo(2, 1e-12);
  });

  it('turns Nm3 into gross MJ for a factor per GJ the same way', () => {
    for (const head of heads) {
      const inventory = inventoryOf(withActivity(gas('Nm3', { quantity: 1000, grossMJPerNm3: 42.7, ...own(50, 'kgCO2eq/GJ') }), head));
      expect(inventory.totals.scope1.co2eq).to.be.closeTo(2.135, 1e-12);
    }
  });

  it('is missed where it is not given: then ipcc-2006 has no Nm3', () => {
    expect(faultsOf(withActivity(gas('MJ', own(2, 'kgCO2eq/Nm3')), { factorSet: 'ipcc-2006' }))).to.deep.equal([
      'activityData[0].factor.unit factorUnitOtherDimension',
    ]);
  });
});
