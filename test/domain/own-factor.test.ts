import { expect } from 'chai';
import { factorUnitOf } from '../../server/domain/own-factor.js';
import { faultsOf, inventoryOf, lineOf, withActivity } from '../support/emission-factors.js';

const own = (value: number, unit: string) => ({ factor: { value, unit, source: 'a laboratory' } });
const burn = (fuel: string, unit: string, more: object = {}) => ({ category: 'stationaryCombustion', fuel, unit, ...more });

describe('a factor of one’s own', () => {
  it('has a unit of kg or t of a gas per quantity unit', () => {
    expect(factorUnitOf('kgCO2/L')).to.deep.include({ tonnes: 0.001, gas: 'CO2' });
    expect(factorUnitOf('tCO2eq/MWh')).to.deep.include({ tonnes: 1, gas: 'CO2eq' });
    for (const unit of ['gCO2/L', 'kgCO2', 'kgCO2/', 'kg/L', 'kgSF6/kg', 'kgCO2e/L', 'kgCO2/gal', 'kg CO2/L', 'tC/TJ'])
      expect(factorUnitOf(unit), unit).to.equal(null);
  });

  it('of a gas replaces that gas alone, without oxidation', () => {
    const plain = inventoryOf(withActivity(burn('diesel', 'L')));
    const inventory = inventoryOf(withActivity(burn('diesel', 'L', own(2.7, 'kgCO2/L'))));
    expect(lineOf(inventory, 'CO2').tonnes).to.be.closeTo(0.0027, 1e-15);
    expect(lineOf(inventory, 'CO2').trace.tier).to.equal(3);
    expect(lineOf(inventory, 'CH4')).to.deep.equal(lineOf(plain, 'CH4'));
    expect(inventory.energy).to.deep.equal(plain.energy);
    expect(lineOf(inventory, 'CO2').trace.factors[0]).to.deep.include({
      match: 'own',
      sourceId: 'own',
      locator: 'a laboratory',
      confidence: null,
    });
  });

  it('of CO2eq replaces the whole line, and the totals by gas are unknown', () => {
    const inventory = inventoryOf(withActivity(burn('diesel', 'L', own(3, 'kgCO2eq/L'))));
    expect(inventory.lines.map(({ gas, tonnes, co2eq }) => ({ gas, tonnes, co2eq }))).to.deep.equal([
      { gas: 'CO2eq', tonnes: null, co2eq: 0.003 },
    ]);
    expect(inventory.totals.scope1).to.deep.equal({
      co2eq: 0.003,
      co2: null,
      ch4: null,
      n2o: null,
      hfcs: null,
      pfcs: null,
      sf6: null,
      nf3: null,
    });
    expect(inventory.totals.energy.netTJ).to.be.closeTo(35.3e-6, 1e-18);
  });

  it('may stand on another unit than the bill', () => {
    const co2 = (activity: object): number => lineOf(inventoryOf(withActivity(activity)), 'CO2').tonnes ?? Number.NaN;
    expect(co2(burn('diesel', 'kL', own(2.7, 'kgCO2/L')))).to.be.closeTo(2.7, 1e-12);
    expect(co2(burn('diesel', 'L', own(74.1, 'kgCO2/GJ')))).to.be.closeTo(0.0353 * 0.0741, 1e-15);
    expect(co2(burn('diesel', 'GJ', own(2.7, 'kgCO2/L')))).to.be.closeTo((1000 / 35.3) * 0.0027, 1e-12);
    // Per GJ of city gas is gross heat, as on its bill.
    expect(co2(burn('cityGasLng', 'Nm3', own(50, 'kgCO2/GJ')))).to.be.closeTo(0.0427 * 0.05, 1e-15);
    expect(co2(burn('cityGasLng', 'MJ', own(2.2, 'kgCO2/Nm3')))).to.be.closeTo(0.0022 / 42.7, 1e-15);
    expect(faultsOf(withActivity(burn('diesel', 'L', own(3, 'kgCO2/kg'))))).to.deep.equal(['activityData[0].factor.unit noDensity']);
    expect(faultsOf(withActivity(burn('cityGasLng', 'Nm3', own(3, 'kgCO2/m3'))))).to.deep.equal([
      'activityData[0].factor.unit cubicMetersOfGas',
    ]);
  });

  it('makes emissions known where the energy is not', () => {
    const inventory = inventoryOf(withActivity(burn('diesel', 'kg', own(3.1, 'kgCO2eq/kg'))));
    expect(inventory.totals.scope1.co2eq).to.be.closeTo(0.0031, 1e-15);
    expect(inventory.totals.energy.netTJ).to.equal(null);
    expect(inventory.warnings.map((each) => each.code)).to.have.members(['noGasSplit', 'unknownEnergy']);
  });

  it('keeps biogenic CO2 outside the scopes', () => {
    const inventory = inventoryOf(withActivity(burn('wood', 't', own(1.6, 'tCO2/t'))));
    expect(inventory.totals.biogenicCo2).to.equal(1.6);
    expect(inventory.totals.scope1.co2).to.equal(0);
    expect(inventoryOf(withActivity(burn('wood', 't', own(0.03, 'tCO2eq/t')))).warnings.map((each) => each.code)).to.include(
      'biogenicNotSplit',
    );
  });

  it('on electricity changes the market-based lines alone', () => {
    const bill = { category: 'purchasedElectricity', unit: 'MWh' };
    const plain = inventoryOf(withActivity(bill));
    const inventory = inventoryOf(withActivity({ ...bill, ...own(0, 'kgCO2eq/kWh') }));
    expect(inventory.totals.scope2LocationBased).to.deep.equal(plain.totals.scope2LocationBased);
    expect(inventory.totals.scope2MarketBased).to.deep.equal({
      co2eq: 0,
      co2: null,
      ch4: null,
      n2o: null,
      hfcs: null,
      pfcs: null,
      sf6: null,
      nf3: null,
    });
    expect(inventory.warnings.map((each) => each.code)).to.not.include('noResidualMix');
    const oneGas = inventoryOf(withActivity({ ...bill, ...own(100, 'kgCO2/MWh') }));
    expect(lineOf(oneGas, 'CO2', 'market').tonnes).to.be.closeTo(0.1, 1e-15);
    expect(lineOf(oneGas, 'CH4', 'market').tonnes).to.equal(lineOf(plain, 'CH4', 'market').tonnes);
    expect(faultsOf(withActivity({ ...bill, ...own(100, 'kgCO2/MWh') }, { reportingYear: 2025 }))).to.deep.equal([
      'activityData[0].factor.unit gasFactorNeedsSplit',
    ]);
    expect(faultsOf(withActivity({ ...bill, ...own(1, 'kgCO2/L') }))).to.deep.equal(['activityData[0].factor.unit unitOfOtherDimension']);
  });

  it('on heat changes both methods, and alone it needs no origin when it is CO2eq', () => {
    const bill = { category: 'purchasedHeat', unit: 'GJ' };
    const { totals } = inventoryOf(withActivity({ ...bill, ...own(40, 'kgCO2eq/GJ') }));
    expect([totals.scope2LocationBased.co2eq, totals.scope2MarketBased.co2eq]).to.deep.equal([0.04, 0.04]);
    expect(faultsOf(withActivity({ ...bill, ...own(40, 'kgCO2/GJ') }))).to.deep.equal(['activityData[0].supplier heatOriginMissing']);
    const boiler = inventoryOf(withActivity({ ...bill, kind: 'boiler', ...own(40, 'kgCO2/GJ') }));
    expect(lineOf(boiler, 'CO2', 'market').tonnes).to.be.closeTo(0.04, 1e-15);
    expect(lineOf(boiler, 'CH4', 'location').tonnes).to.be.closeTo(1.278e-6, 1e-15);
  });
});
