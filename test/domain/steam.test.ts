import { expect } from 'chai';
import { faultsOf, inventoryOf, lineOf, withActivity } from '../support/emission-factors.js';

const steam = (more: object = {}, head: object = {}) =>
  withActivity({ category: 'purchasedHeat', kind: 'boiler', unit: 't', quantity: 100, ...more }, head);
const location = (request: object): number => inventoryOf(request).totals.scope2LocationBased.co2eq;
const heat = (quantity: number) => steam({ unit: 'GJ', quantity });

describe('steam by mass', () => {
  it('is heat by the enthalpy stated with it', () => {
    expect(location(steam({ enthalpyMJPerKg: 2.763 }))).to.be.closeTo(location(heat(276.3)), 1e-12);
    expect(location(steam({ unit: 'kg', quantity: 100_000, enthalpyMJPerKg: 2.763 }))).to.be.closeTo(location(heat(276.3)), 1e-12);
  });

  it('less the heat of the water that went back', () => {
    const back = { enthalpyMJPerKg: 2.763, condensateReturn: { share: 0.8, enthalpyMJPerKg: 0.335 } };
    expect(location(steam(back))).to.be.closeTo(location(heat(100 * (2.763 - 0.8 * 0.335))), 1e-12);
    const { trace } = lineOf(inventoryOf(steam(back)), 'CO2', 'location');
    expect(trace.equation).to.match(/^Q = M · Δh; m = Q · EF · 10⁻³/);
    expect(trace.notes[0]?.en).to.equal('Δh = 2.763 − 0.8 × 0.335 = 2.495 MJ/kg, as stated with the activity.');
  });

  it('is refused without an enthalpy, and with one that is none in MJ/kg', () => {
    const at = (key: string, code: string): string => `activityData[0].${key} ${code}`;
    expect(faultsOf(steam())).to.deep.equal([at('enthalpyMJPerKg', 'enthalpyMissing')]);
    expect(faultsOf(steam({ enthalpyMJPerKg: 2763 }))).to.deep.equal([at('enthalpyMJPerKg', 'enthalpyInOtherUnit')]);
    expect(faultsOf(steam({ enthalpyMJPerKg: 660 }))).to.deep.equal([at('enthalpyMJPerKg', 'enthalpyInOtherUnit')]);
    expect(faultsOf(steam({ unit: 'GJ', enthalpyMJPerKg: 2.7 }))).to.deep.equal([at('enthalpyMJPerKg', 'enthalpyNotNeeded')]);
    const back = { share: 0.5, enthalpyMJPerKg: 2.8 };
    expect(faultsOf(steam({ enthalpyMJPerKg: 2.7, condensateReturn: back }))).to.deep.equal([
      at('condensateReturn.enthalpyMJPerKg', 'condensateOverSteam'),
    ]);
    expect(faultsOf(steam({ condensateReturn: back }))).to.deep.equal([at('enthalpyMJPerKg', 'enthalpyMissing')]);
    expect(faultsOf(steam({ unit: 'GJ', condensateReturn: back }))).to.deep.equal([at('condensateReturn', 'enthalpyNotNeeded')]);
    expect(faultsOf(steam({ unit: 'km' }))).to.deep.equal([at('unit', 'unitOfOtherDimension')]);
    expect(faultsOf(steam({ unit: 'KRW' }))).to.deep.equal([at('unit', 'moneyIsNoQuantity')]);
  });

  it('takes a supplier’s factor per tonne of steam as it is', () => {
    const factor = { value: 200, unit: 'kgCO2eq/t', source: 'the supplier' };
    const inventory = inventoryOf(steam({ enthalpyMJPerKg: 2.763, factor }));
    expect(inventory.totals.scope2LocationBased.co2eq).to.be.closeTo(20, 1e-12);
    expect(inventory.totals.energy.netTJ).to.be.closeTo(0.2763, 1e-12);
    expect(inventory.lines[0]?.trace.equation).to.equal('m = M · EF · 10⁻³');
    expect(faultsOf(steam({ unit: 'GJ', factor }))).to.deep.equal(['activityData[0].factor.unit unitOfOtherDimension']);
  });
});

describe('heat that was sold on', () => {
  it('is told and not counted', () => {
    const request = steam({ unit: 'GJ', sold: 30 });
    expect(location(request)).to.be.closeTo(location(heat(70)), 1e-12);
    const { activities, warnings, totals } = inventoryOf(request);
    expect(totals.energy.netTJ).to.be.closeTo(0.07, 1e-12);
    expect(activities[0]?.parts.map(({ id, quantity, counted }) => [id, quantity, counted])).to.deep.equal([
      ['used', 70, true],
      ['sold', 30, false],
    ]);
    expect(warnings.map(({ code }) => code)).to.include('heatSold');
    expect(faultsOf(steam({ unit: 'GJ', sold: 101 }))).to.deep.equal(['activityData[0].sold soldOverWhole']);
  });
});

describe('heat of a supplier without a figure for the year', () => {
  const of = (more: object, reportingYear: number) =>
    withActivity({ category: 'purchasedHeat', unit: 'GJ', quantity: 100, supplier: 'kdhc-daegu', ...more }, { reportingYear });

  it('takes the national value of the kind named for that case, aloud', () => {
    expect(faultsOf(of({}, 2019))).to.deep.equal(['activityData[0].supplier supplierFigureTooNew']);
    const request = of({ fallbackKind: 'chp' }, 2019);
    const national = withActivity({ category: 'purchasedHeat', unit: 'GJ', quantity: 100, kind: 'chp' }, { reportingYear: 2019 });
    expect(location(request)).to.equal(location(national));
    expect(inventoryOf(request).warnings.map(({ code }) => code)).to.include('nationalHeatForSupplier');
    expect(lineOf(inventoryOf(request), 'CO2', 'market').trace).to.deep.include({ tier: 1 });
  });

  it('keeps the figure of the supplier where there is one', () => {
    expect(location(of({ fallbackKind: 'chp' }, 2023))).to.equal(location(of({}, 2023)));
    expect(faultsOf(withActivity({ category: 'purchasedHeat', unit: 'GJ', kind: 'chp', fallbackKind: 'chp' }))).to.deep.equal([
      'activityData[0].fallbackKind fallbackKindNotNeeded',
    ]);
  });
});
