import { expect } from 'chai';
import { faultsOf, inventoryOf, lineOf, withActivity } from '../support/emission-factors.js';

const burn = (fuel: string, unit: string, more: object = {}) => ({ category: 'stationaryCombustion', fuel, unit, ...more });
const refused = (activity: object, head: object = {}): string[] => faultsOf(withActivity(activity, head));
const tonnes = (activity: object, head: object = {}): number =>
  lineOf(inventoryOf(withActivity(activity, head)), 'CO2').tonnes ?? Number.NaN;

describe('what a quantity means', () => {
  it('refuses m3 of a gas and Nm3 of a liquid by name; m3 of a liquid is 1,000 L', () => {
    expect(refused(burn('cityGasLng', 'm3'))).to.deep.equal(['activityData[0].unit cubicMetersOfGas']);
    expect(refused(burn('propane', 'm3'))).to.deep.equal(['activityData[0].unit cubicMetersOfGas']);
    expect(refused(burn('diesel', 'Nm3'))).to.deep.equal(['activityData[0].unit normalVolumeOfLiquid']);
    expect(refused(burn('coke', 'Nm3'))).to.deep.equal(['activityData[0].unit unitOfOtherDimension']);
    expect(tonnes(burn('diesel', 'm3'))).to.be.closeTo(tonnes(burn('diesel', 'L', { quantity: 1000 })), 1e-12);
  });

  it('turns mass into volume and back through a plausible density with a source, else refuses by name', () => {
    for (const [fuel, unit, head] of [
      ['diesel', 'kg', {}],
      ['diesel', 'L', { factorSet: 'ipcc-2006' }],
      ['lng', 'Nm3', {}],
      ['lng', 'L', {}],
      ['cityGasLng', 'kg', {}],
      ['cityGasLng', 'Nm3', { factorSet: 'ipcc-2006' }],
      ['coke', 'L', {}],
      ['biogas', 'Nm3', {}],
    ] as const) {
      expect(refused(burn(fuel, unit), head), `${fuel} ${unit}`).to.deep.equal(['activityData[0].unit noDensity']);
    }
    expect(tonnes(burn('kerosene', 'kg', { quantity: 848.3 }))).to.be.closeTo(tonnes(burn('kerosene', 'kL')), 1e-12);
    expect(tonnes(burn('propane', 'L'))).to.be.closeTo(tonnes(burn('propane', 'kg', { quantity: 0.493547 })), 1e-15);
  });

  it('marks the density of a broader class', () => {
    const warnings = (fuel: string, unit: string) =>
      inventoryOf(withActivity(burn(fuel, unit), { reportingYear: 2021 })).warnings.map((each) => each.code);
    expect(warnings('butane', 'L')).to.deep.equal(['broaderFuel']);
    expect(warnings('heavyOilA', 'kg')).to.deep.equal(['broaderFuel']);
    expect(warnings('naphtha', 'kg')).to.deep.equal([]);
  });

  it('takes energy units as gross for city gas and for toe, as net for every other fuel', () => {
    expect(tonnes(burn('diesel', 'MJ', { quantity: 35.3 }))).to.be.closeTo(tonnes(burn('diesel', 'L')), 1e-15);
    expect(tonnes(burn('lng', 'MJ', { quantity: 49.4 }))).to.be.closeTo(tonnes(burn('lng', 'kg')), 1e-15);
    expect(tonnes(burn('cityGasLng', 'MJ', { quantity: 42.7 }))).to.be.closeTo(tonnes(burn('cityGasLng', 'Nm3')), 1e-15);
    expect(tonnes(burn('diesel', 'toe', { quantity: 37.8 / 41_868 }))).to.be.closeTo(tonnes(burn('diesel', 'L')), 1e-15);
    const { energy } = inventoryOf(withActivity(burn('diesel', 'toe', { quantity: 100 }))).totals;
    expect(energy.toe).to.be.closeTo(100, 1e-9);
    expect(energy.grossTJ).to.be.closeTo(4.1868, 1e-9);
    expect(energy.netTJ).to.be.closeTo((4.1868 * 35.3) / 37.8, 1e-9);
  });

  it('refuses toe where no gross value of the same revision is known', () => {
    expect(refused(burn('coke', 'toe'))).to.deep.equal(['activityData[0].unit noGrossValue']);
    expect(refused(burn('diesel', 'toe'), { factorSet: 'ipcc-2006' })).to.deep.equal(['activityData[0].unit noGrossValue']);
    expect(refused(burn('byproductOil1', 'toe'), { reportingYear: 2021 })).to.deep.equal(['activityData[0].unit noGrossValue']);
  });

  it('takes a fuel without a calorific value as energy alone', () => {
    expect(refused(burn('industrialWaste', 't'))).to.deep.equal(['activityData[0].unit noCalorificValue']);
    expect(tonnes(burn('industrialWaste', 'TJ'))).to.be.closeTo(143, 1e-9);
  });

  it('gives the same result for a gas bill in MJ and in Nm3 with its own heat content, energy included', () => {
    for (const head of [{}, { factorSet: 'k-ets' }, { factorSet: 'ipcc-2006' }]) {
      const asHeat = inventoryOf(withActivity(burn('cityGasLng', 'MJ', { quantity: 425_000, grossMJPerNm3: 42.5 }), head)).totals;
      const asVolume = inventoryOf(withActivity(burn('cityGasLng', 'Nm3', { quantity: 10_000, grossMJPerNm3: 42.5 }), head)).totals;
      expect(asVolume.scope1.co2eq).to.be.closeTo(asHeat.scope1.co2eq, 1e-9);
      expect(asVolume.energy.grossTJ ?? -1).to.be.closeTo(asHeat.energy.grossTJ ?? -1, 1e-12);
    }
    expect(refused(burn('diesel', 'L', { grossMJPerNm3: 42.5 }))).to.deep.equal(['activityData[0].grossMJPerNm3 grossValueNotOfFuel']);
  });

  it('knows no toe of electricity, which has two meanings, and no kg of it', () => {
    expect(refused({ category: 'purchasedElectricity', unit: 'toe' })).to.deep.equal(['activityData[0].unit toeOfElectricity']);
    expect(refused({ category: 'purchasedElectricity', unit: 'kg' })).to.deep.equal(['activityData[0].unit unitOfOtherDimension']);
    expect(refused({ category: 'purchasedHeat', kind: 'boiler', unit: 'L' })).to.deep.equal(['activityData[0].unit unitOfOtherDimension']);
  });

  it('refuses a vehicle fuel without a row, and electricity before the grid values begin', () => {
    for (const fuel of ['kerosene', 'heavyOilC', 'jetFuel', 'biodiesel', 'biogasoline', 'coke']) {
      const unit = ['biodiesel', 'biogasoline', 'coke'].includes(fuel) ? 'kg' : 'L';
      expect(refused({ category: 'mobileCombustion', fuel, unit }), fuel).to.deep.equal(['activityData[0].fuel noMobileRow']);
    }
    expect(refused({ category: 'mobileCombustion', mode: 'offroad', fuel: 'lng', unit: 'kg' })).to.deep.equal([
      'activityData[0].fuel noMobileRow',
    ]);
    expect(refused({ category: 'purchasedElectricity', unit: 'MWh' }, { reportingYear: 2017, factorSet: 'ipcc-2006' })).to.deep.equal([
      'reportingYear electricityBeforeGrid',
    ]);
  });
});

describe('purchased heat', () => {
  const supplied = (reportingYear: number, supplier = 'kdhc-sudogwon') => {
    const inventory = inventoryOf(withActivity({ category: 'purchasedHeat', supplier, unit: 'TJ' }, { reportingYear }));
    return lineOf(inventory, 'CO2', 'location').trace.factors[0];
  };

  it('takes the figure of the plan period the reporting year lies in', () => {
    expect([2021, 2022, 2023, 2025, 2026].map((year) => supplied(year)?.value)).to.deep.equal([35_936, 35_936, 35_840, 35_840, 35_991]);
    expect([2021, 2022, 2023, 2025].map((year) => supplied(year)?.match)).to.deep.equal(['exact', 'older-year', 'exact', 'older-year']);
  });

  it('shows the other figure the supplier published for the same year', () => {
    const trace = (reportingYear: number) =>
      lineOf(
        inventoryOf(withActivity({ category: 'purchasedHeat', supplier: 'kdhc-sudogwon', unit: 'TJ' }, { reportingYear })),
        'CO2',
        'market',
      ).trace;
    expect(trace(2023).notes[0]?.en).to.include('35991 kgCO2/TJ (heat.kdhc.2023_p4.sudogwon)');
    expect(trace(2021).notes).to.deep.equal([]);
  });

  it('takes a supplier by id or by either name, and none before its first figure', () => {
    expect(supplied(2021, '한국지역난방공사 수도권')?.value).to.equal(supplied(2021, 'KDHC sudogwon')?.value);
    expect(refused({ category: 'purchasedHeat', supplier: 'kdhc-daegu', unit: 'TJ' }, { reportingYear: 2020 })).to.deep.equal([
      'activityData[0].supplier supplierFigureTooNew',
    ]);
  });

  it('enters all five measures of energy as supplied', () => {
    const { energy } = inventoryOf(withActivity({ category: 'purchasedHeat', kind: 'average', unit: 'TJ' })).totals;
    expect(energy.toe).to.be.closeTo(1e6 / 41_868, 1e-9);
    expect(energy).to.deep.equal({ netTJ: 1, grossTJ: 1, toe: energy.toe, finalTJ: 1, finalToe: energy.toe });
  });
});
