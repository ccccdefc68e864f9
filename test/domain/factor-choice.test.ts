import { expect } from 'chai';
import { emissionFactors, faultsOf, inventoryOf, lineOf, withActivity } from '../support/emission-factors.js';

const burn = (fuel: string, unit: string, more: object = {}) => ({ category: 'stationaryCombustion', fuel, unit, ...more });
const warningsOf = (activity: object, head: object = {}): string[] =>
  inventoryOf(withActivity(activity, head)).warnings.map((each) => each.code);
const rowOf = (head: object): string => inventoryOf({ activityData: [], ...head }).factorSet.row;

describe('the row of a factor set', () => {
  it('follows the reporting year', () => {
    const rows = [2018, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((reportingYear) => rowOf({ reportingYear }));
    expect(rows).to.deep.equal([2018, 2018, 2021, 2022, 2022, 2024, 2025, 2025].map((year) => `kr-national-${year}`));
    expect([2018, 2020, 2021, 2025].map((reportingYear) => rowOf({ reportingYear, factorSet: 'k-ets' }))).to.deep.equal(
      [2018, 2018, 2021, 2021].map((year) => `k-ets-${year}`),
    );
    expect([1950, 2017, 2019].map((reportingYear) => rowOf({ reportingYear, factorSet: 'ipcc-2006' }))).to.deep.equal([
      'ipcc-2006-before-2018',
      'ipcc-2006-before-2018',
      'ipcc-2006-2018',
    ]);
  });

  it('is refused before the first, after the current year, and for K-ETS beyond 2025', () => {
    expect(faultsOf({ reportingYear: 2017, activityData: [] })).to.deep.equal(['reportingYear yearBeforeSet']);
    expect(faultsOf({ reportingYear: 2027, activityData: [] })).to.deep.equal(['reportingYear yearInFuture']);
    expect(faultsOf({ reportingYear: 2027, factorSet: 'ipcc-2006', activityData: [] })).to.deep.equal(['reportingYear yearInFuture']);
    expect(faultsOf({ reportingYear: 2026, factorSet: 'k-ets', activityData: [] })).to.deep.equal(['reportingYear yearAfterSet']);
    expect(faultsOf({ reportingYear: 2017, factorSet: 'k-ets', activityData: [] })).to.deep.equal(['reportingYear yearBeforeSet']);
  });

  it('borrowed by a later year says so on each activity it serves, or once', () => {
    const { warnings } = inventoryOf(withActivity(burn('diesel', 'L'), { reportingYear: 2026 }));
    expect(warnings.filter((each) => each.code === 'olderYear').map((each) => each.activityDataId)).to.deep.equal(['a1']);
    expect(inventoryOf({ reportingYear: 2026, activityData: [] }).warnings.map((each) => [each.code, each.activityDataId])).to.deep.equal([
      ['olderYear', null],
    ]);
    expect(warningsOf(burn('diesel', 't'), { reportingYear: 2026, factorSet: 'ipcc-2006' })).to.not.include('olderYear');
  });
});

describe('the global warming potentials', () => {
  it('are AR5 by default, SAR alone for K-ETS', () => {
    expect(inventoryOf({ reportingYear: 2024, activityData: [] }).factorSet.gwp).to.equal('AR5');
    expect(inventoryOf({ reportingYear: 2024, factorSet: 'k-ets', activityData: [] }).factorSet.gwp).to.equal('SAR');
    expect(inventoryOf({ reportingYear: 2024, factorSet: 'k-ets', gwp: 'SAR', activityData: [] }).factorSet.gwp).to.equal('SAR');
    expect(faultsOf({ reportingYear: 2024, factorSet: 'k-ets', gwp: 'AR5', activityData: [] })).to.deep.equal(['gwp gwpNotInSet']);
  });

  it('take the general value for the CH4 of combustion', () => {
    const ch4 = (gwp: string) =>
      lineOf(inventoryOf(withActivity(burn('lng', 't'), { gwp })), 'CH4').trace.factors.find((use) => use.role === 'GWP')?.value;
    expect(['SAR', 'AR4', 'AR5', 'AR6'].map(ch4)).to.deep.equal([21, 25, 28, 27.9]);
  });
});

describe('the factor of a fuel', () => {
  it('is never mixed from two revisions', () => {
    const data = emissionFactors();
    for (const [fuel, unit] of [
      ['diesel', 'L'],
      ['cityGasLng', 'Nm3'],
      ['coke', 't'],
      ['crudeOil', 't'],
      ['wood', 't'],
    ] as const) {
      for (const reportingYear of [2020, 2021, 2022, 2024]) {
        const inventory = inventoryOf(withActivity(burn(fuel, unit), { reportingYear }));
        const uses = lineOf(inventory, 'CO2', null).trace.factors;
        const value = uses.find((use) => use.role === 'NCV');
        const revision = Object.values(data.calorificValues).find((each) => each?.id === value?.factorId)?.revision;
        const co2 = uses.find((use) => use.role === 'C' || use.role === 'EF')?.factorId ?? '';
        const pair = { 'kr-2017': /gir2017|kets2025/, 'kr-2022': /gir2022/, 'ipcc-2006': /ipcc2006/ }[revision ?? ''];
        expect(co2, `${fuel} ${reportingYear} ${revision}`).to.match(pair ?? /^$/);
        expect(inventory.totals.energy.grossTJ === null, `${fuel} ${reportingYear}`).to.equal(revision === 'ipcc-2006');
      }
    }
  });

  it('falls back to IPCC with both numbers, a warning and oxidation 1', () => {
    const inventory = inventoryOf(withActivity(burn('coke', 't')));
    const line = lineOf(inventory, 'CO2');
    expect(line.trace.tier).to.equal(1);
    expect(line.trace.factors.map(({ role, match }) => `${role} ${match}`)).to.deep.equal([
      'NCV other-revision',
      'EF other-revision',
      'OF exact',
      'GWP exact',
    ]);
    expect(line.trace.factors[2]?.value).to.equal(1);
    expect(inventory.warnings.map((each) => each.code)).to.have.members(['otherRevision', 'unknownEnergy']);
    expect(warningsOf(burn('coke', 't'), { factorSet: 'ipcc-2006' })).to.deep.equal(['unknownEnergy']);
  });

  it('warns of a recalled number where one enters the result, and only there', () => {
    expect(warningsOf(burn('gasoline', 'L'))).to.deep.equal(['recalledFactor']);
    expect(warningsOf(burn('gasoline', 'L'), { reportingYear: 2021 })).to.deep.equal([]);
    expect(warningsOf(burn('diesel', 'L'))).to.deep.equal([]);
    // Only its gross value is recalled, and that enters the energy.
    const { warnings } = inventoryOf(withActivity(burn('byproductOil2', 'L')));
    const recalled = warnings.find((each) => each.code === 'recalledFactor')?.en;
    expect(recalled).to.include('GCV calorific.2022.byprod2').and.not.include('NCV');
  });

  it('leaves gross energy blank where the table was found without a gross value', () => {
    const inventory = inventoryOf(withActivity(burn('byproductOil1', 'L'), { reportingYear: 2021 }));
    expect(inventory.totals.energy).to.deep.include({ netTJ: 0.0000346, grossTJ: null, toe: null, finalTJ: null, finalToe: null });
    expect(inventory.warnings.find((each) => each.code === 'unknownEnergy')).to.deep.include({ activityDataId: 'a1' });
  });

  it('marks by-product oils as of a broader class under IPCC', () => {
    const uses = lineOf(inventoryOf(withActivity(burn('byproductOil2', 'kg'), { factorSet: 'ipcc-2006' })), 'CO2').trace.factors;
    expect(uses.filter((use) => use.match === 'broader-fuel').map((use) => use.role)).to.deep.equal(['NCV', 'EF']);
  });

  it('counts CH4 and N2O by sector', () => {
    const ch4 = (sector: string) => (lineOf(inventoryOf(withActivity(burn('bituminousCoal', 'TJ'), { sector })), 'CH4').tonnes ?? 0) * 1000;
    expect(['energy', 'manufacturing', 'commercial', 'residential'].map((sector) => Math.round(ch4(sector)))).to.deep.equal([
      1, 10, 10, 300,
    ]);
  });
});

describe('the trace', () => {
  it('prints the row of road gasoline', () => {
    const inventory = inventoryOf(withActivity({ category: 'mobileCombustion', fuel: 'gasoline', unit: 'L' }, { reportingYear: 2021 }));
    expect(lineOf(inventory, 'CH4').trace.notes[0]?.en).to.include('Oxidation Catalyst');
  });

  it('keeps the published CO2eq of electricity beside gases times GWP', () => {
    const line = lineOf(inventoryOf(withActivity({ category: 'purchasedElectricity', unit: 'MWh' })), 'CO2', 'location');
    expect(line.trace.notes[0]?.en).to.include('0.4541 tCO2eq/MWh');
  });

  it('can be followed with a pocket calculator', () => {
    const line = lineOf(inventoryOf(withActivity(burn('diesel', 'L', { quantity: 1200 }))), 'CO2');
    expect(line.trace.substituted).to.equal(
      'E = 1200 L × 35.3 MJ/L × 10⁻⁶ = 0.04236 TJ; m = 0.04236 TJ × 20.09 tC/TJ × 44/12 × 0.99 = 3.089175012 t; CO2eq = 3.089175012 t × 1 = 3.089175012 tCO2eq',
    );
    const inKiloliters = lineOf(inventoryOf(withActivity(burn('diesel', 'kL', { quantity: 1.2 }))), 'CO2');
    expect(inKiloliters.trace.substituted).to.equal(line.trace.substituted);
    expect(inKiloliters.trace.inputs[0]).to.deep.include({ symbol: 'Q', value: 1.2, unit: 'kL' });
    expect(line.trace.catalogHash)
      .to.equal(emissionFactors().hash)
      .and.match(/^[0-9a-f]{64}$/);
  });
});
