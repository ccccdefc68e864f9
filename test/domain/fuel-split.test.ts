import { expect } from 'chai';
import fc from 'fast-check';
import { exactSum } from '../../server/domain/exact-sum.js';
import { burntQuantity, type FuelSplit, partsOf } from '../../server/domain/fuel-split.js';
import { faultsOf, inventoryOf, withActivity } from '../support/emission-factors.js';

const burn = (split?: object, more: object = {}) =>
  withActivity({
    category: 'stationaryCombustion',
    fuel: 'diesel',
    unit: 'L',
    quantity: 1000,
    ...(split === undefined ? {} : { split }),
    ...more,
  });

describe('a fuel of which parts are used otherwise', () => {
  it('burns what is left, tells own generation apart, and names what was raw material and what was sold', () => {
    const inventory = inventoryOf(burn({ basis: 'quantity', rawMaterial: 200, ownGeneration: 300, sold: 100 }));
    expect(inventory.activities[0]?.parts).to.deep.equal([
      { id: 'fuel', en: 'Fuel', ko: '연료', quantity: 400, unit: 'L', counted: true },
      { id: 'ownGeneration', en: 'Own power generation', ko: '자가발전', quantity: 300, unit: 'L', counted: true },
      { id: 'rawMaterial', en: 'Raw material', ko: '원료', quantity: 200, unit: 'L', counted: false },
      { id: 'sold', en: 'Sold', ko: '판매', quantity: 100, unit: 'L', counted: false },
    ]);
    expect(inventory.lines.map(({ part, gas, scope }) => `${part} ${gas} ${scope}`)).to.deep.equal(
      ['fuel', 'ownGeneration'].flatMap((part) => ['CO2', 'CH4', 'N2O'].map((gas) => `${part} ${gas} 1`)),
    );
    expect(inventory.warnings.map(({ code }) => code)).to.include.members(['rawMaterialNotBurnt', 'fuelSold']);
  });

  it('emits and uses as much energy as a bill of the burnt parts alone', () => {
    const split = inventoryOf(burn({ basis: 'quantity', rawMaterial: 200, ownGeneration: 300, sold: 100 })).totals;
    const alone = inventoryOf(burn(undefined, { quantity: 700 })).totals;
    expect(split.scope1.co2eq).to.be.closeTo(alone.scope1.co2eq, 1e-12);
    expect(split.energy).to.deep.equal(alone.energy);
  });

  it('takes shares as well, and the trace can be followed from the whole bill', () => {
    const shares = inventoryOf(burn({ basis: 'share', ownGeneration: 0.3, rawMaterial: 0.2, sold: 0.1 }));
    const quantities = inventoryOf(burn({ basis: 'quantity', rawMaterial: 200, ownGeneration: 300, sold: 100 }));
    expect(shares.totals.scope1.co2eq).to.be.closeTo(quantities.totals.scope1.co2eq, 1e-12);
    const { trace } = shares.lines[3] ?? {};
    expect(trace?.equation).to.match(/^Q = B · s; E = Q · NCV/);
    expect(trace?.substituted).to.match(/^Q = 1000 L × 0\.3 = 300 L; E = 300 L ×/);
    expect(trace?.inputs.map((input) => `${input.symbol} ${input.value} ${input.unit}`)).to.deep.equal(['B 1000 L', 's 0.3 1']);
  });

  it('has parts that sum to the whole, whatever the split', () => {
    const share = fc.double({ min: 0, max: 0.33, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), share, share, share, fc.boolean(), (quantity, a, b, c, isShare) => {
        const of = (part: number): number => (isShare ? part : part * quantity);
        const split: FuelSplit = { basis: isShare ? 'share' : 'quantity', ownGeneration: of(a), rawMaterial: of(b), sold: of(c) };
        const parts = partsOf(quantity, split);
        expect(exactSum(parts.map((part) => part.quantity))).to.be.closeTo(quantity, quantity * 1e-12);
        expect(parts.every((part) => part.quantity >= 0)).to.equal(true);
        expect(burntQuantity({ quantity, split })).to.be.closeTo(quantity * (1 - b - c), quantity * 1e-9);
      }),
    );
  });

  it('applies a factor of its own to every part that burns', () => {
    const factor = { value: 3, unit: 'kgCO2eq/L', source: 'an analysis' };
    const { totals, lines } = inventoryOf(burn({ basis: 'share', ownGeneration: 0.25, sold: 0.5 }, { factor }));
    expect(totals.scope1.co2eq).to.be.closeTo(1.5, 1e-12);
    expect(lines.map((line) => [line.part, line.co2eq])).to.deep.equal([
      ['fuel', 0.75],
      ['ownGeneration', 0.75],
    ]);
  });

  it('is refused when its parts are more than the bill, all told but not the whole, or none', () => {
    const at = 'activityData[0].split';
    expect(faultsOf(burn({ basis: 'quantity', sold: 1001 }))).to.deep.equal([`${at} splitOverWhole`]);
    expect(faultsOf(burn({ basis: 'share', sold: 0.7, rawMaterial: 0.4 }))).to.deep.equal([`${at} splitOverWhole`]);
    expect(faultsOf(burn({ basis: 'share', fuel: 0.5, sold: 0.4 }))).to.deep.equal([`${at} splitNotWhole`]);
    expect(faultsOf(burn({ basis: 'share', fuel: 0.1, ownGeneration: 0.2, sold: 0.7 }))).to.deep.equal([]);
    expect(faultsOf(burn({ basis: 'share' }))).to.deep.equal([`${at} splitEmpty`]);
    expect(faultsOf(burn({ basis: 'percent', sold: 10 }))).to.deep.equal([`${at}.basis unknownSplitBasis`]);
    expect(faultsOf(burn({ basis: 'share', burnt: 1 }))).to.deep.equal([`${at}.burnt unknownKey`, `${at} splitEmpty`]);
    expect(faultsOf(burn({ basis: 'share', sold: -0.1 }))).to.deep.equal([`${at}.sold negativeNumber`]);
  });

  it('may be sold or made into something whole', () => {
    const { totals, lines } = inventoryOf(burn({ basis: 'share', sold: 1 }));
    expect(totals.scope1.co2eq).to.equal(0);
    expect(lines.map((line) => line.part)).to.deep.equal(['fuel', 'fuel', 'fuel']);
  });
});
