import { expect } from 'chai';
import fc from 'fast-check';
import { assessTotal } from '../../../server/domain/uncertainty/assess-total.js';
import { assessUncertainty } from '../../../server/domain/uncertainty/assess-uncertainty.js';
import { uncertainTotals } from '../../../server/domain/uncertainty/uncertain-totals.js';
import { activities, heads } from '../../support/arbitrary-activities.js';
import { emissionFactors } from '../../support/emission-factors.js';
import { computed, uncertaintyOf } from '../../support/uncertainty.js';

/** Diesel with a factor of its own: one line in Scope 1 of quantity × value tonnes. */
const burning = (id: string, quantity: number, uncertainty: object, factor: object): object => ({
  id,
  category: 'stationaryCombustion',
  fuel: 'diesel',
  quantity,
  unit: 't',
  uncertainty,
  factor: { value: 1, unit: 'tCO2eq/t', source: `analysis of ${id}`, ...factor },
});

const request = (...activityData: readonly object[]): object => ({ reportingYear: 2024, activityData });

const exact = { uncertainty: { percent: 1e-9 } };

/** Activities of which everything is known, each between ±1 and ±10 %. */
const known = fc
  .array(
    fc.record({
      quantity: fc.double({ min: 1, max: 1000, noNaN: true }),
      percent: fc.double({ min: 1, max: 10, noNaN: true }),
      factorPercent: fc.double({ min: 1, max: 10, noNaN: true }),
      supplier: fc.constantFrom('one', 'two', 'three'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => {
    const percents = new Map<string, number>();
    return list.map(({ quantity, percent, factorPercent, supplier }, index) => {
      if (!percents.has(supplier)) percents.set(supplier, factorPercent);
      return burning(`a${index}`, quantity, { percent }, { source: supplier, uncertainty: { percent: percents.get(supplier) } });
    });
  });

describe('error propagation and drawing', () => {
  it('agree within 6 % of the half width where both hold: normal inputs of ±1 to ±10 %, factors shared or not, 10,000 draws', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 0, max: 1000 }), (activityData, seed) => {
        const { scope1 } = uncertaintyOf(request(...activityData), 10_000, seed).totals;
        const { approach1, approach2, value } = scope1;
        if (approach1 === null || approach2 === null) throw new Error('no interval');
        const halfWidth = approach1.upper - value;
        expect(approach1.withinLimits).to.equal(true);
        expect((approach2.upper - approach2.lower) / 2).to.be.closeTo(halfWidth, 0.06 * halfWidth);
        expect(approach2.mean).to.be.closeTo(value, 0.03 * halfWidth);
        expect(approach2.standardDeviation * 1.96).to.be.closeTo(halfWidth, 0.06 * halfWidth);
      }),
      { numRuns: 30 },
    );
  });

  it('part where inputs are wide and uneven: the propagated interval says that it does not hold', () => {
    const { approach1, approach2 } = uncertaintyOf(request(burning('a1', 3, { lower: 1, upper: 10 }, exact))).totals.scope1;
    expect(approach1?.withinLimits).to.equal(false);
    expect(approach1?.lower).to.be.below(0);
    expect(approach2?.lower).to.be.closeTo(1, 0.05);
    expect(approach2?.upper).to.be.closeTo(10, 0.5);
  });

  it('draws the product of two lognormal numbers as the lognormal it is', () => {
    // ln σ of 0.5 to 2 is ln 4 / (2 · 1.96) = 0.35364; of the product √2 times that, so its limits are exp(±1.96 · 0.50013) = 0.3752, 2.6651.
    const wide = { lower: 0.5, upper: 2, distribution: 'lognormal' };
    const { approach2 } = uncertaintyOf(request(burning('a1', 1, wide, { uncertainty: wide })), 100_000).totals.scope1;
    expect(approach2?.lower).to.be.closeTo(0.3752, 0.005);
    expect(approach2?.upper).to.be.closeTo(2.6651, 0.035);
    expect(approach2?.mean).to.be.closeTo(Math.exp(0.500_13 ** 2 / 2), 0.01);
  });

  it('draws the sum of two independent normal numbers as the normal it is: ±√2 of 10 %', () => {
    const both = [burning('a1', 1, { percent: 10 }, exact), burning('a2', 1, { percent: 10 }, exact)];
    const { approach2 } = uncertaintyOf(request(...both), 100_000).totals.scope1;
    expect(approach2?.lower).to.be.closeTo(2 - 0.1 * Math.SQRT2, 0.003);
    expect(approach2?.upper).to.be.closeTo(2 + 0.1 * Math.SQRT2, 0.003);
  });

  it('draws a uniform and a triangular number between their ends', () => {
    const ends = { lower: 0.8, upper: 1.2 };
    const interval = (distribution: string) =>
      uncertaintyOf(request(burning('a1', 1, { ...ends, distribution }, exact)), 100_000).totals.scope1.approach2;
    expect(interval('uniform')?.lower).to.be.closeTo(0.8 + 0.025 * 0.4, 0.002);
    expect(interval('triangular')?.lower).to.be.closeTo(0.8 + Math.sqrt(0.025 * 0.4 * 0.2), 0.003);
  });
});

describe('the uncertainty of an inventory', () => {
  it('is the same to the last bit for the same seed, and in whatever order the activities come', () => {
    const shuffled = activities.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(heads, shuffled, (head, [activityData, other]) => {
        const metered = (list: readonly object[]) => ({ ...head, activityData: list.map((each) => ({ ...each, quality: 'metered' })) });
        const [a, b] = [uncertaintyOf(metered(activityData), 200), uncertaintyOf(metered(other), 200)];
        expect(b.totals).to.deep.equal(a.totals);
        expect(b.biogenicCo2).to.deep.equal(a.biogenicCo2);
      }),
      { numRuns: 40 },
    );
  });

  it('has the values of the inventory, an interval around each, and shares of coverage and of variance that sum to 1', () => {
    fc.assert(
      fc.property(heads, activities, (head, activityData) => {
        const { inventory, request: read } = computed({
          ...head,
          activityData: activityData.map((each) => ({ ...each, quality: 'billed' })),
        });
        const found = assessUncertainty(inventory, read.activityData, emissionFactors().uncertainties, { seed: 3, draws: 500 });
        for (const name of ['scope1', 'scope2LocationBased', 'scope2MarketBased'] as const)
          expect(found.totals[name].value).to.equal(inventory.totals[name].co2eq);
        expect(found.biogenicCo2.value).to.equal(inventory.totals.biogenicCo2);
        expect(found.lines.map((line) => line.value)).to.deep.equal(inventory.lines.map((line) => line.co2eq));
        for (const name of uncertainTotals) {
          const { value, approach1, approach2, coverage } = found.totals[name];
          if (value === 0) continue;
          expect((coverage?.complete ?? 0) + (coverage?.partial ?? 0) + (coverage?.none ?? 0)).to.be.closeTo(1, 1e-12);
          expect(approach1?.lower).to.be.at.most(value);
          expect(approach2?.upper).to.be.at.least(approach2?.lower ?? Number.NaN);
        }
        const { inputs, activities: byActivity } = found.measureFirst;
        for (const shares of [inputs, byActivity]) {
          if (shares.length === 0) continue;
          expect(shares.reduce((sum, each) => sum + each.share, 0)).to.be.closeTo(1, 1e-9);
          expect(shares.map((each) => each.share)).to.deep.equal(shares.map((each) => each.share).sort((a, b) => b - a));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of one total alone is that of the whole', () => {
    fc.assert(
      fc.property(heads, activities, (head, activityData) => {
        const { inventory, request: read } = computed({
          ...head,
          activityData: activityData.map((each) => ({ ...each, quality: 'billed' })),
        });
        const { uncertainties } = emissionFactors();
        const whole = assessUncertainty(inventory, read.activityData, uncertainties, { seed: 5, draws: 200 });
        for (const name of uncertainTotals) {
          const { byGas: _byGas, ...wanted } = whole.totals[name];
          expect(assessTotal(inventory, read.activityData, uncertainties, { seed: 5, draws: 200 }, name).total).to.deep.equal(wanted);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('of which nothing is known has no interval at all, rather than one of width zero', () => {
    const { totals, lines, measureFirst } = uncertaintyOf(
      request({ id: 'a1', category: 'purchasedElectricity', quantity: 640, unit: 'MWh' }),
      200,
    );
    expect(totals.scope2LocationBased).to.deep.include({
      approach1: null,
      approach2: null,
      coverage: { complete: 0, partial: 0, none: 1 },
    });
    expect(lines.every((line) => line.approach1 === null && line.approach2 === null)).to.equal(true);
    expect(measureFirst.inputs).to.deep.equal([]);
    expect(measureFirst.unknown.map(({ key }) => key)).to.deep.equal(['factor elec.2024.cons', 'quantity a1']);
  });

  it('of the gross heat of a gas bill lets net and gross value of one record cancel, so that only the quantity and the carbon count', () => {
    const gas = { id: 'a1', category: 'stationaryCombustion', fuel: 'cityGasLng', quantity: 500_000, unit: 'MJ', quality: 'billed' };
    const { inputs } = uncertaintyOf(request(gas), 200);
    expect(inputs.map(({ key }) => key)).to.have.members([
      'quantity a1',
      'factor ef.co2.gir2022.citygas_lng',
      'factor ipcc2006.stat.manufacturing.natural_gas.ch4',
      'factor ipcc2006.stat.manufacturing.natural_gas.n2o',
    ]);
  });

  it('takes the limits printed for a value only while it is that value', () => {
    const diesel = { id: 'a1', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1, unit: 't', quality: 'billed' };
    const { inputs } = uncertaintyOf({ ...request(diesel), factorSet: 'ipcc-2006' }, 200);
    const co2 = inputs.find(({ factorId }) => factorId === 'ipcc2006.stat.manufacturing.diesel_oil.co2');
    expect(co2).to.deep.include({
      basis: 'published',
      distribution: { shape: 'lognormal', lower: 72_600 / 74_100, upper: 74_800 / 74_100 },
    });
    const { factors } = emissionFactors().uncertainties;
    expect(factors.find(({ id }) => id === 'uncertainty.ipcc.co2.diesel-oil')?.central).to.equal(74_100);
  });
});
