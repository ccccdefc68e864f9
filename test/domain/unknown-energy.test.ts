import { expect } from 'chai';
import type { InventoryWarning } from '../../server/domain/inventory.js';
import { unitSymbols } from '../../server/domain/units.js';
import { wordFault } from '../../server/operations/word-faults.js';
import { emissionFactors, inventoryOf, resultOf, withActivity } from '../support/emission-factors.js';

const burn = (fuel: string, unit: string, factorUnit?: string) => ({
  category: 'stationaryCombustion',
  fuel,
  unit,
  ...(factorUnit === undefined ? {} : { factor: { value: 1, unit: factorUnit, source: 'x' } }),
});

const unknownEnergy = (activity: object, head: object = {}): InventoryWarning | undefined =>
  inventoryOf(withActivity(activity, head)).warnings.find((each) => each.code === 'unknownEnergy');

describe('energy that is unknown', () => {
  it('names the missing density, not a gross value', () => {
    const diesel = unknownEnergy(burn('diesel', 'kg', 'kgCO2eq/kg'));
    expect(diesel?.en).to.match(
      /^No plausible density with a source is known to turn kg of Diesel.* into L, so its net energy, gross energy/,
    );
    expect(diesel?.ko).to.match(/^경유의 kg 단위를 L 단위로 바꿀 출처 있는 밀도가 없어 순발열량 기준 에너지, 총발열량 기준 에너지, /);
    expect(unknownEnergy(burn('biogas', 'Nm3', 'kgCO2eq/Nm3'))?.en).to.match(/^No plausible density .* turn Nm3 of .* into kg, /);
  });

  it('names the missing calorific value', () => {
    expect(unknownEnergy(burn('industrialWaste', 't', 'tCO2eq/t'))?.en).to.match(
      /^No calorific value of .* per t is known, so its net energy/,
    );
    expect(unknownEnergy(burn('coke', 'toe', 'tCO2eq/toe'))?.en).to.match(/^toe of .* is gross heat, and no gross calorific value/);
  });

  it('names the missing gross value where the net energy is known', () => {
    const coke = unknownEnergy(burn('coke', 't'));
    expect(coke?.en).to.equal(
      'No gross calorific value of the same revision is known, so its gross energy, tonnes of oil equivalent (toe), final energy, final energy in toe and their totals are blank.',
    );
    expect(coke?.ko).to.equal(
      '같은 개정판의 총발열량을 알 수 없어 총발열량 기준 에너지, 석유환산톤(toe), 최종에너지, 석유환산톤 단위의 최종에너지와 그 합계를 비워 두었습니다.',
    );
  });

  it('is told without the names of keys', () => {
    for (const warning of [unknownEnergy(burn('coke', 't')), unknownEnergy(burn('diesel', 'kg', 'kgCO2eq/kg'))])
      for (const text of [warning?.en, warning?.ko]) expect(text).to.not.match(/TJ|finalToe|netTJ|undefined/);
  });
});

describe('a refusal for want of a density or a calorific value', () => {
  it('mentions the CO2eq factor for diesel by kg, biogas by Nm3 and waste by t', () => {
    for (const [fuel, unit, factorUnit] of [
      ['diesel', 'kg', 'kgCO2/kg'],
      ['biogas', 'Nm3', 'kgCO2/Nm3'],
      ['industrialWaste', 't', 'tCO2/t'],
      ['coke', 'toe', 'tCO2/toe'],
    ] as const) {
      const result = resultOf(withActivity(burn(fuel, unit, factorUnit)));
      const [fault] = 'faults' in result ? result.faults : [];
      if (fault === undefined) throw new Error(`${fuel} was not refused`);
      expect(wordFault(fault).en).to.include(`or add a factor of its own in CO2eq per ${unit}`);
      expect(wordFault(fault).ko).to.include(`${unit}당 CO2eq 고유 배출계수를 함께 쓰세요`);
    }
  });

  it('does not promise too much: with the CO2eq factor every fuel and unit so refused is computed', () => {
    const codes = ['noDensity', 'noCalorificValue', 'noGrossValue'];
    let refused = 0;
    for (const factorSet of ['kr-national', 'k-ets', 'ipcc-2006']) {
      for (const fuel of Object.keys(emissionFactors().fuels)) {
        for (const unit of unitSymbols) {
          const result = resultOf(withActivity(burn(fuel, unit), { factorSet }));
          if ('inventory' in result || !result.faults.some((fault) => codes.includes(fault.code))) continue;
          refused += 1;
          expect(resultOf(withActivity(burn(fuel, unit, `kgCO2eq/${unit}`), { factorSet })), `${fuel} ${unit}`).to.have.property(
            'inventory',
          );
        }
      }
    }
    expect(refused).to.be.above(50);
  });
});

describe('the numbers behind the energy of an activity', () => {
  const factorsOf = (activity: object, head: object = {}): string[] =>
    (inventoryOf(withActivity(activity, head)).energy[0]?.factors ?? []).map(({ role, value, unit }) => `${role} ${value} ${unit}`);

  it('are the net and the gross value, and the density, of a fuel', () => {
    expect(factorsOf(burn('diesel', 'L'))).to.deep.equal(['NCV 35.3 MJ/L', 'GCV 37.8 MJ/L']);
    expect(factorsOf(burn('kerosene', 'kg'))[0]).to.match(/^density 0.8483 kg\/L/);
    expect(factorsOf({ ...burn('cityGasLng', 'Nm3'), grossMJPerNm3: 42.5 })).to.deep.equal(['NCV 38.5 MJ/Nm3', 'GCV 42.5 MJ/Nm3']);
    expect(factorsOf(burn('diesel', 'kg', 'kgCO2eq/kg'))).to.deep.equal([]);
  });

  it('give back gross energy and toe with a pocket calculator', () => {
    const [line] = inventoryOf(withActivity({ ...burn('diesel', 'L'), quantity: 1200 })).energy;
    const gross = line?.factors.find((use) => use.role === 'GCV')?.value ?? Number.NaN;
    expect(line?.grossTJ).to.be.closeTo(1200 * gross * 1e-6, 1e-15);
    expect(line?.toe).to.be.closeTo((1200 * gross) / 41_868, 1e-12);
  });

  it('are the statutory values of electricity, with their source; heat enters as supplied', () => {
    const electricity = { category: 'purchasedElectricity', unit: 'MWh' };
    expect(factorsOf(electricity)).to.deep.equal(['GCV 9.6 MJ/kWh', 'toe 0.229 toe/MWh', 'final 860 kcal/kWh']);
    const [line] = inventoryOf(withActivity(electricity)).energy;
    for (const use of line?.factors ?? []) {
      expect(emissionFactors().sources[use.sourceId], use.sourceId).to.be.an('object');
      expect(use.locator).to.not.equal('');
    }
    expect(factorsOf({ category: 'purchasedHeat', kind: 'boiler', unit: 'GJ' })).to.deep.equal([]);
  });
});
