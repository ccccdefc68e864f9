import { expect } from 'chai';
import fc from 'fast-check';
import { baseYearFaultsOf, baseYearOf } from '../../support/base-year.js';

const amount = fc.double({ min: 0, max: 1e6, noNaN: true }).map(Math.abs);
const scopes = fc.record({ scope1: amount, scope2: amount });
const years = fc.array(scopes, { minLength: 2, maxLength: 5 }).map((list) => list.map((each, index) => ({ year: 2018 + index, ...each })));
const nothing = { scope1: 0, scope2: 0 };

/** Acquisitions, each with its effect on every year before it. */
const grown = years.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.array(fc.tuple(fc.integer({ min: 1, max: list.length - 1 }), scopes), { maxLength: 4 }).map((changes) =>
      changes.map(([at, after], index) => ({
        id: `change ${index}`,
        year: 2018 + at,
        trigger: 'acquisition',
        reason: 'bought',
        effects: list.slice(0, at).map(({ year }) => ({ year, before: nothing, after })),
      })),
    ),
  ),
);

describe('every base year', () => {
  it('keeps what was reported as it was, whatever is computed beside it', () => {
    fc.assert(
      fc.property(grown, ([list, changes]) => {
        const { series } = baseYearOf({ baseYear: 2018, years: list, changes });
        expect(series.map(({ year, asReported: { scope1, scope2 } }) => ({ year, scope1, scope2 }))).to.deep.equal(list);
      }),
    );
  });

  it('differs from what was reported by the changes that are named, and by nothing else', () => {
    fc.assert(
      fc.property(grown, ([list, changes]) => {
        for (const { year, asReported, recalculated, changes: named } of baseYearOf({ baseYear: 2018, years: list, changes }).series) {
          const effects = changes
            .filter(({ id }) => named.includes(id))
            .map(({ effects }) => effects.find((effect) => effect.year === year)?.after ?? nothing);
          const wanted = effects.reduce((sum, { scope1, scope2 }) => sum + scope1 + scope2, asReported.total);
          expect(recalculated?.total).to.be.closeTo(wanted, 1e-9 * wanted + 1e-9);
        }
      }),
    );
  });

  it('does not depend on the order in which years and changes were written', () => {
    fc.assert(
      fc.property(grown, ([list, changes]) => {
        const turned = { baseYear: 2018, years: [...list].reverse(), changes: [...changes].reverse() };
        expect(baseYearOf(turned)).to.deep.equal(baseYearOf({ baseYear: 2018, years: list, changes }));
      }),
    );
  });

  it('is computed again for everything at a threshold of zero, and for nothing that stays below one of 100 %', () => {
    fc.assert(
      fc.property(grown, ([list, changes]) => {
        const decided = (significanceThreshold: number) =>
          baseYearOf({ baseYear: 2018, years: list, changes, significanceThreshold }).decisions.map(({ decision }) => decision);
        expect(decided(0).every((decision) => decision === 'recalculated')).to.equal(true);
        const result = baseYearOf({ baseYear: 2018, years: list, changes, significanceThreshold: 100 });
        for (const { decision, percent, cumulativePercent } of result.decisions)
          if (decision === 'belowThreshold') expect(Math.max(percent ?? 0, cumulativePercent ?? 0)).to.be.below(100);
      }),
    );
  });
});

const one = { year: 2020, scope1: 1, scope2: 1 };
const change = {
  id: 'c',
  year: 2022,
  trigger: 'acquisition',
  reason: 'bought',
  effects: [{ year: 2020, before: nothing, after: { scope1: 1, scope2: 0 } }],
};
const base = { baseYear: 2020, years: [one, { ...one, year: 2021 }, { ...one, year: 2022 }] };
const effect = (year: number, after: object, before: object = nothing) => ({ year, before, after });

describe('reading a base year', () => {
  for (const [what, value, wanted] of [
    ['no object', [], [' wrongType']],
    ['an unknown key', { ...base, thresholds: 5 }, ['thresholds unknownKey']],
    ['a threshold above 100 %', { ...base, significanceThreshold: 101 }, ['significanceThreshold notAPercentage']],
    ['a base year that was not reported', { ...base, baseYear: 2019 }, ['baseYear baseYearNotReported']],
    ['a year twice', { ...base, years: [one, one] }, ['years[1].year yearTwice']],
    ['negative emissions', { ...base, years: [{ ...one, scope1: -1 }] }, ['years[0].scope1 negativeNumber']],
    ['an unknown trigger', { ...base, changes: [{ ...change, trigger: 'sale' }] }, ['changes[0].trigger unknownTrigger']],
    ['a change without a reason', { ...base, changes: [{ ...change, reason: ' ' }] }, ['changes[0].reason emptyText']],
    ['a change in the base year', { ...base, changes: [{ ...change, year: 2020 }] }, ['changes[0].year changeBeforeBaseYear']],
    ['a change twice', { ...base, changes: [change, change] }, ['changes[1].id idTwice']],
    [
      'no effect on the base year',
      { ...base, changes: [{ ...change, effects: [effect(2021, nothing)] }] },
      ['changes[0].effects baseYearEffectMissing'],
    ],
    [
      'an effect on a year that was not reported',
      { ...base, changes: [{ ...change, effects: [...change.effects, effect(2019, nothing)] }] },
      ['changes[0].effects[1].year yearNotReported', 'changes[0].effects[1].year yearBeforeBaseYear'],
    ],
    [
      'an effect on the year of the change',
      { ...base, changes: [{ ...change, effects: [...change.effects, effect(2022, nothing)] }] },
      ['changes[0].effects[1].year effectAfterChange'],
    ],
    [
      'an effect twice',
      { ...base, changes: [{ ...change, effects: [...change.effects, ...change.effects] }] },
      ['changes[0].effects[1].year yearTwice'],
    ],
    [
      'an acquisition that takes away',
      { ...base, changes: [{ ...change, effects: [effect(2020, nothing, { scope1: 1, scope2: 0 })] }] },
      ['changes[0].effects[0].after effectAgainstTrigger'],
    ],
    ['growth with effects', { ...base, changes: [{ ...change, trigger: 'organicGrowth' }] }, ['changes[0].effects growthHasNoEffects']],
    ['sales in dollars', { ...base, years: [{ ...one, sales: { quantity: 1, unit: 'USD' } }] }, ['years[0].sales.unit unknownSalesUnit']],
    [
      'a product twice',
      {
        ...base,
        years: [
          {
            ...one,
            products: [
              { name: 'a', quantity: 1, unit: 't' },
              { name: 'a', quantity: 1, unit: 't' },
            ],
          },
        ],
      },
      ['years[0].products[1].name idTwice'],
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(baseYearFaultsOf(value)).to.deep.equal(wanted);
    });
  }

  it('takes what is sound', () => {
    expect(
      baseYearFaultsOf({
        ...base,
        changes: [change, { ...change, id: 'd', trigger: 'error', effects: [...change.effects, effect(2022, nothing)] }],
      }),
    ).to.deep.equal([]);
  });
});
