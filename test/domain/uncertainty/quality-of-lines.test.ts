import { expect } from 'chai';
import { qualityOfLines } from '../../../server/domain/uncertainty/quality-of-lines.js';
import { emissionFactors, faultsOf, withActivity } from '../../support/emission-factors.js';
import { computed } from '../../support/uncertainty.js';

const qualityOf = (...activityData: readonly object[]) => {
  const { inventory, request } = computed({ reportingYear: 2024, activityData });
  return qualityOfLines(inventory, request.activityData, emissionFactors().uncertainties);
};

const diesel = { id: 'a1', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1200, unit: 'L' };
const power = { id: 'a2', category: 'purchasedElectricity', quantity: 10, unit: 'MWh' };

describe('the data quality of a line', () => {
  it('supports the lower of the tier of its factors and the tier its quantity allows', () => {
    const co2 = (said: object) => qualityOf({ ...diesel, ...said }).lines.find(({ gas }) => gas === 'CO2');
    expect(co2({ quality: 'metered' })).to.deep.include({ quality: 'metered', factorTier: 2, activityTier: 3, supportedTier: 2 });
    expect(co2({ quality: 'estimated' })).to.deep.include({ quality: 'estimated', factorTier: 2, activityTier: null, supportedTier: null });
    expect(co2({})).to.deep.include({ quality: null, quantityPercent: null, activityTier: null, supportedTier: null });
    expect(co2({ uncertainty: { percent: 7.5 } })).to.deep.include({ activityTier: 1, supportedTier: 1 });
    expect(co2({ quality: 'estimated', uncertainty: { percent: 5 } })).to.deep.include({ activityTier: 2, supportedTier: 2 });
  });

  it('is CH4 at tier 1 however well the fuel is metered', () => {
    const ch4 = qualityOf({ ...diesel, quality: 'metered' }).lines.find(({ gas }) => gas === 'CH4');
    expect(ch4).to.deep.include({ factorTier: 1, activityTier: 3, supportedTier: 1 });
  });

  it('is summed up by share of Scope 1 and 2: what is metered, what says nothing', () => {
    const { byQuality, bySupportedTier } = qualityOf({ ...diesel, quality: 'metered' }, power);
    expect(byQuality.map(({ key }) => key)).to.deep.equal(['metered', null]);
    expect(byQuality.reduce((sum, { share }) => sum + share, 0)).to.be.closeTo(1, 1e-12);
    expect(bySupportedTier.map(({ key }) => key)).to.deep.equal([2, 1, null]);
    expect(bySupportedTier.at(-1)?.co2eq).to.be.closeTo(4.5406, 1e-4);
  });
});

describe('a statement of uncertainty', () => {
  const said = (uncertainty: unknown, more: object = {}) =>
    faultsOf(withActivity({ category: 'stationaryCombustion', fuel: 'diesel', unit: 'L', quantity: 100, uncertainty, ...more }));

  it('is taken as percent or as limits', () => {
    for (const fine of [
      { percent: 5 },
      { percent: 300 },
      { lower: 90, upper: 120 },
      { lower: 0, upper: 120 },
      { percent: 20, distribution: 'uniform' },
    ])
      expect(said(fine), JSON.stringify(fine)).to.deep.equal([]);
    expect(said(undefined, { quality: 'imputed' })).to.deep.equal(['activityData[0].uncertainty wrongType']);
  });

  it('is refused by name when it cannot be meant', () => {
    const cases: readonly (readonly [unknown, string])[] = [
      [{}, 'activityData[0].uncertainty uncertaintyFormMixed'],
      [{ percent: 5, lower: 90 }, 'activityData[0].uncertainty uncertaintyFormMixed'],
      [{ lower: 90 }, 'activityData[0].uncertainty uncertaintyFormMixed'],
      [{ percent: 120, distribution: 'normal' }, 'activityData[0].uncertainty percentBelowZero'],
      [{ lower: 101, upper: 120 }, 'activityData[0].uncertainty limitsBesideValue'],
      [{ lower: 100, upper: 100 }, 'activityData[0].uncertainty limitsBesideValue'],
      [{ lower: 0, upper: 120, distribution: 'lognormal' }, 'activityData[0].uncertainty lognormalFromZero'],
      [{ lower: 90, upper: 120, distribution: 'normal' }, 'activityData[0].uncertainty normalUneven'],
      [{ percent: 0 }, 'activityData[0].uncertainty.percent notPositive'],
      [{ percent: '5' }, 'activityData[0].uncertainty.percent wrongType'],
      [{ percent: -0 }, 'activityData[0].uncertainty.percent negativeZero'],
      [{ percent: 5, shape: 'normal' }, 'activityData[0].uncertainty.shape unknownKey'],
      [{ percent: 5, distribution: 'gauss' }, 'activityData[0].uncertainty.distribution unknownDistribution'],
      [5, 'activityData[0].uncertainty wrongType'],
    ];
    for (const [statement, fault] of cases) expect(said(statement), JSON.stringify(statement)).to.deep.equal([fault]);
    expect(said({ lower: 0, upper: 1 }, { quantity: 0 })).to.deep.equal(['activityData[0].uncertainty limitsOfZero']);
    expect(said({ percent: 5 }, { quality: 'good' })).to.deep.equal(['activityData[0].quality unknownQuality']);
  });

  it('may stand on a factor of its own too', () => {
    const factor = { value: 2.7, unit: 'kgCO2/L', source: 'an analysis', uncertainty: { lower: 2.8, upper: 3 } };
    expect(said({ percent: 5 }, { factor })).to.deep.equal(['activityData[0].factor.uncertainty limitsBesideValue']);
  });
});
