import { expect } from 'chai';
import fc from 'fast-check';
import type { QuantityActivity } from '../../server/domain/categories.js';
import { largestQuantity } from '../../server/domain/field.js';
import type { Inventory, InventoryLine } from '../../server/domain/inventory.js';
import { knownUnit, unitSymbols } from '../../server/domain/units.js';
import { activities, heads } from '../support/arbitrary-activities.js';
import { inventoryOf } from '../support/emission-factors.js';

const near = (found: number | null, wanted: number | null, what: string): void => {
  if (wanted === null || found === null) expect(found, what).to.equal(wanted);
  else expect(found, what).to.be.closeTo(wanted, Math.abs(wanted) * 1e-9 + 1e-12);
};

const sameTotals = (found: Inventory['totals'], wanted: Inventory['totals'], times = 1): void => {
  near(found.biogenicCo2, wanted.biogenicCo2 * times, 'biogenicCo2');
  for (const part of ['scope1', 'scope2LocationBased', 'scope2MarketBased', 'energy'] as const) {
    const [a, b] = [found[part] as object, wanted[part] as object] as [Record<string, number | null>, Record<string, number | null>];
    for (const key of Object.keys(b))
      near(a[key] ?? null, b[key] === null || b[key] === undefined ? null : b[key] * times, `${part}.${key}`);
  }
};

describe('every inventory', () => {
  it('has totals that its lines sum to, by scope, method and gas', () => {
    fc.assert(
      fc.property(heads, activities, (head, activityData) => {
        const { lines, totals } = inventoryOf({ ...head, activityData });
        const sum = (test: (line: InventoryLine) => boolean, of: (line: InventoryLine) => number): number =>
          lines.filter(test).reduce((total, line) => total + of(line), 0);
        for (const [part, scope, method] of [
          ['scope1', 1, null],
          ['scope2LocationBased', 2, 'location'],
          ['scope2MarketBased', 2, 'market'],
        ] as const) {
          const isOf = (line: InventoryLine): boolean => line.scope === scope && line.method === method;
          near(
            totals[part].co2eq,
            sum(isOf, (line) => line.co2eq),
            `${part}.co2eq`,
          );
          const isSplit = !lines.some((line) => isOf(line) && line.gas === 'CO2eq');
          for (const [key, gas] of [
            ['co2', 'CO2'],
            ['ch4', 'CH4'],
            ['n2o', 'N2O'],
          ] as const) {
            const tonnes = sum(
              (line) => isOf(line) && line.gas === gas,
              (line) => line.tonnes ?? 0,
            );
            near(totals[part][key], isSplit ? tonnes : null, `${part}.${key}`);
          }
        }
        near(
          totals.biogenicCo2,
          sum(
            (line) => line.biogenic,
            (line) => line.tonnes ?? 0,
          ),
          'biogenicCo2',
        );
      }),
    );
  });

  it('gives each line its tonnes times its global warming potential, and a trace of the factors', () => {
    fc.assert(
      fc.property(heads, activities, (head, activityData) => {
        for (const line of inventoryOf({ ...head, activityData }).lines) {
          const gwp = line.trace.factors.find((use) => use.role === 'GWP')?.value;
          if (line.tonnes === null) expect(gwp).to.equal(undefined);
          else near(line.co2eq, line.tonnes * (gwp ?? Number.NaN), 'co2eq');
          expect(line.trace.factors.length).to.be.at.least(1);
          expect(line.trace.substituted).to.match(/ = [\d.e+-]+ t/);
        }
      }),
    );
  });

  it('grows in proportion to the quantities', () => {
    fc.assert(
      fc.property(heads, activities, fc.integer({ min: 2, max: 1000 }), (head, activityData, times) => {
        const larger = activityData.map((activity) => ({ ...activity, quantity: activity.quantity * times }));
        sameTotals(inventoryOf({ ...head, activityData: larger }).totals, inventoryOf({ ...head, activityData }).totals, times);
      }),
    );
  });

  it('has the same totals, to the last bit, in whatever order the activities come', () => {
    const shuffled = activities.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(heads, shuffled, (head, [activityData, other]) => {
        expect(inventoryOf({ ...head, activityData: other }).totals).to.deep.equal(inventoryOf({ ...head, activityData }).totals);
      }),
    );
  });

  it('does not depend on the unit the same quantity is given in', () => {
    const inOtherUnit = (activity: QuantityActivity, pick: number): QuantityActivity => {
      const from = knownUnit(activity.unit);
      // toe, therm and mmBtu are gross heat, and electricity has no toe: another basis, not another unit.
      const isGross = (symbol: string): boolean => ['toe', 'therm', 'mmBtu'].includes(symbol);
      const others = unitSymbols
        .map(knownUnit)
        .filter((unit) => unit.dimension === from.dimension && isGross(unit.symbol) === isGross(from.symbol));
      const to = others.filter((unit) => unit.symbol !== 'm3' || from.dimension === 'volume')[pick % others.length] ?? from;
      const quantity = (activity.quantity * from.inBase) / to.inBase;
      return quantity > largestQuantity ? activity : { ...activity, unit: to.symbol, quantity };
    };
    fc.assert(
      fc.property(heads, activities, fc.nat(20), (head, activityData, pick) => {
        const other = activityData.map((activity) => inOtherUnit(activity, pick));
        sameTotals(inventoryOf({ ...head, activityData: other }).totals, inventoryOf({ ...head, activityData }).totals);
      }),
    );
  });

  it('is the sum of the inventories of its activities', () => {
    fc.assert(
      fc.property(heads, activities, (head, activityData) => {
        const whole = inventoryOf({ ...head, activityData });
        const parts = activityData.map((activity) => inventoryOf({ ...head, activityData: [activity] }));
        near(
          whole.totals.scope1.co2eq,
          parts.reduce((sum, part) => sum + part.totals.scope1.co2eq, 0),
          'scope1',
        );
        expect(whole.lines).to.deep.equal(parts.flatMap((part) => part.lines));
        expect(whole.energy).to.deep.equal(parts.flatMap((part) => part.energy));
      }),
    );
  });

  it('of no activity is zero everywhere, and zero is not null', () => {
    const zero = { co2eq: 0, co2: 0, ch4: 0, n2o: 0, hfcs: 0, pfcs: 0, sf6: 0, nf3: 0 };
    const energy = { netTJ: 0, grossTJ: 0, toe: 0, finalTJ: 0, finalToe: 0 };
    expect(inventoryOf({ reportingYear: 2024, activityData: [] }).totals).to.deep.equal({
      scope1: zero,
      scope2LocationBased: zero,
      scope2MarketBased: zero,
      biogenicCo2: 0,
      montrealGases: [],
      energy,
    });
  });

  it('changes with the GWP set in CH4 and N2O alone', () => {
    const request = {
      reportingYear: 2024,
      activityData: [{ id: 'a1', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1000, unit: 'L' }],
    };
    const [sar, ar5, ar6] = ['SAR', 'AR5', 'AR6'].map((gwp) => inventoryOf({ ...request, gwp }));
    const tonnes = (inventory: Inventory | undefined) => inventory?.lines.map((line) => line.tonnes);
    expect(tonnes(sar)).to.deep.equal(tonnes(ar5));
    const ch4 = ar6?.totals.scope1.ch4 ?? 0;
    const n2o = ar6?.totals.scope1.n2o ?? 0;
    expect((ar6?.totals.scope1.co2eq ?? 0) - (ar6?.totals.scope1.co2 ?? 0)).to.be.closeTo(27.9 * ch4 + 273 * n2o, 1e-12);
    expect((sar?.totals.scope1.co2eq ?? 0) - (sar?.totals.scope1.co2 ?? 0)).to.be.closeTo(21 * ch4 + 310 * n2o, 1e-12);
  });
});
