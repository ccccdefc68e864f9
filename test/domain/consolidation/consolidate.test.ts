import { expect } from 'chai';
import fc from 'fast-check';
import type { Inventory } from '../../../server/domain/inventory.js';
import { activities } from '../../support/arbitrary-activities.js';
import { consolidationOf, diesel, group, power, steam } from '../../support/consolidation.js';
import { inventoryOf } from '../../support/emission-factors.js';

const co2eqOf = ({ scope1, scope2LocationBased, scope2MarketBased, biogenicCo2 }: Inventory['totals']): number[] => [
  scope1.co2eq,
  scope2LocationBased.co2eq,
  scope2MarketBased.co2eq,
  biogenicCo2,
];

const near = (found: readonly number[], wanted: readonly number[]): void => {
  for (const [index, value] of wanted.entries()) expect(found[index]).to.be.closeTo(value, Math.abs(value) * 1e-12 + 1e-12);
};

const sites = fc
  .array(activities, { minLength: 1, maxLength: 4 })
  .map((lists) => lists.map((activityData, index) => ({ id: `site ${index}`, activityData })));
const holdings = fc.record({
  equityShare: fc.integer({ min: 0, max: 100 }),
  operationalControl: fc.boolean(),
  financialControl: fc.constantFrom('full', 'joint', 'none'),
});

describe('every group', () => {
  it('is the sum of its establishments under operational control', () => {
    fc.assert(
      fc.property(sites, (establishments) => {
        const parts = establishments.map(({ activityData }) => co2eqOf(inventoryOf({ reportingYear: 2024, activityData }).totals));
        const sums = [0, 1, 2, 3].map((at) => parts.reduce((sum, part) => sum + (part[at] ?? 0), 0));
        near(co2eqOf(consolidationOf(group(establishments)).totals), sums);
      }),
      { numRuns: 50 },
    );
  });

  it('has the contributions of its establishments in its totals, whatever the approach and the shares', () => {
    const held = sites.chain((list) => fc.tuple(fc.constant(list), fc.array(holdings, { minLength: list.length, maxLength: list.length })));
    const approach = fc.constantFrom('operationalControl', 'financialControl', 'equityShare');
    fc.assert(
      fc.property(held, approach, ([list, shares], chosen) => {
        const establishments = list.map((site, index) => ({ ...site, ...shares[index] }));
        const { totals, establishments: found } = consolidationOf(group(establishments, { approach: chosen }));
        const parts = found.map(({ contribution }) => co2eqOf(contribution));
        near(
          co2eqOf(totals),
          [0, 1, 2, 3].map((at) => parts.reduce((sum, part) => sum + (part[at] ?? 0), 0)),
        );
        for (const { share, inventory, contribution } of found)
          near(
            co2eqOf(contribution),
            co2eqOf(inventory.totals).map((value) => value * share),
          );
      }),
      { numRuns: 50 },
    );
  });

  it('held to 100 % everywhere is the same under all three approaches', () => {
    fc.assert(
      fc.property(sites, (establishments) => {
        const [operational, ...others] = ['operationalControl', 'financialControl', 'equityShare'].map((approach) =>
          consolidationOf(group(establishments, { approach })),
        );
        for (const other of others) expect(other.totals).to.deep.equal(operational?.totals);
      }),
      { numRuns: 30 },
    );
  });

  it('has the same totals, to the last bit, in whatever order its establishments and their activities come', () => {
    const shuffled = sites.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const turned = other.map((site) => ({ ...site, activityData: [...site.activityData].reverse() }));
        expect(consolidationOf(group(turned)).totals).to.deep.equal(consolidationOf(group(list)).totals);
      }),
      { numRuns: 30 },
    );
  });

  it('does not change when an activity is split into meters, whose parts sum to the activity', () => {
    const meters = fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), meters, (quantity, parts) => {
        const site = { id: 'works', activityData: [power('power', quantity)] };
        const readings = parts.map((part, index) => ({ id: `m${index}`, parent: 'power', quantity: quantity * part, unit: 'MWh' }));
        const whole = consolidationOf(group([site]));
        const split = consolidationOf(group([{ ...site, meters: readings }]));
        expect(split.totals).to.deep.equal(whole.totals);
        const uses = split.establishments[0]?.meters ?? [];
        if (readings.length === 0) return;
        near([uses.reduce((sum, { scope2LocationBased }) => sum + scope2LocationBased, 0)], [whole.totals.scope2LocationBased.co2eq]);
      }),
    );
  });

  it('nets to zero what it sells to itself: a purchase that is wholly internal adds nothing to Scope 2', () => {
    fc.assert(
      fc.property(sites, fc.double({ min: 0.001, max: 1e6, noNaN: true }), (establishments, quantity) => {
        const ends = [
          { id: 'seller', activityData: [diesel('fuel', 100)] },
          { id: 'buyer', activityData: [steam('steam', quantity)] },
        ];
        const amount = { quantity, unit: 'GJ' };
        const transfers = [{ id: 't', seller: 'seller', buyer: 'buyer', buyerActivity: 'steam', sold: amount, bought: amount }];
        const without = consolidationOf(group([...establishments, { id: 'seller', activityData: [diesel('fuel', 100)] }]));
        const netted = consolidationOf(group([...establishments, ...ends], { transfers }));
        expect(netted.totals.scope2LocationBased).to.deep.equal(without.totals.scope2LocationBased);
        expect(netted.totals.scope1).to.deep.equal(without.totals.scope1);
        expect(netted.findings).to.deep.equal([]);
      }),
      { numRuns: 30 },
    );
  });

  it('divides a shared bill without losing any of it', () => {
    const values = fc
      .array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 4 })
      .filter((list) => list.some((value) => value > 1));
    fc.assert(
      fc.property(values, (list) => {
        const establishments = list.map((_, index) => ({ id: `site ${index}` }));
        const shares = list.map((value, index) => ({ establishment: `site ${index}`, value: Math.abs(value) }));
        const shared = [{ activity: power('air', 1000), rule: 'workers', unit: 'persons', shares }];
        const { totals, allocations } = consolidationOf(group(establishments, { sharedUtilities: shared }));
        near(
          [totals.scope2LocationBased.co2eq],
          [inventoryOf({ reportingYear: 2024, activityData: [power('air', 1000)] }).totals.scope2LocationBased.co2eq],
        );
        near([(allocations[0]?.parts ?? []).reduce((sum, { quantity }) => sum + quantity, 0)], [1000]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a consolidated number', () => {
  it('of a shared bill says in its trace by what it was divided', () => {
    const shares = [
      { establishment: 'a', value: 30 },
      { establishment: 'b', value: 10 },
    ];
    const shared = [{ activity: power('air', 1000), rule: 'workers', unit: 'persons', shares }];
    const { establishments } = consolidationOf(group([{ id: 'a' }, { id: 'b' }], { sharedUtilities: shared }));
    expect(establishments[0]?.inventory.lines[0]?.trace.notes.at(-1)).to.deep.equal({
      en: 'Part of a shared bill by workers: 1000 MWh × 30 / 40 persons = 750 MWh.',
      ko: '공동 사용량을 종사자 수 기준으로 나눈 몫: 1000 MWh × 30 / 40 persons = 750 MWh.',
    });
  });

  it('keeps the purchase where the seller does not count, and never nets more than was bought', () => {
    const transfer = (id: string, quantity: number, more: object = {}) => {
      const amount = { quantity, unit: 'GJ' };
      return { id, seller: 'seller', buyer: 'buyer', buyerActivity: 'steam', sold: amount, bought: amount, ...more };
    };
    const ends = [{ id: 'seller' }, { id: 'buyer', activityData: [steam('steam', 100)] }];
    const found = (establishments: readonly object[], ...transfers: readonly object[]) => {
      const { totals, findings } = consolidationOf(group(establishments, { transfers }));
      return { left: totals.scope2LocationBased.co2, codes: findings.map(({ code }) => code) };
    };
    expect(found([{ ...ends[0], operationalControl: false }, { ...ends[1] }], transfer('t', 100)).codes).to.deep.equal([
      'notConsolidated',
      'sellerOutside',
    ]);
    expect(found(ends, transfer('t', 60), transfer('u', 60))).to.deep.equal({ left: 0, codes: ['transferExceedsPurchase'] });
    expect(found(ends, transfer('t', 60, { to: '2023-12-31' })).codes).to.deep.equal(['transferOutsideYear']);
  });

  it('of an activity whose meters show more than it has no breakdown, and the total stays', () => {
    const works = { id: 'works', activityData: [power('power', 100)], meters: [{ id: 'm', parent: 'power', quantity: 101, unit: 'MWh' }] };
    const { totals, establishments, findings } = consolidationOf(group([works]));
    expect(findings.map(({ code, id }) => `${code} ${id}`)).to.deep.equal(['submetersExceedParent power']);
    expect(establishments[0]?.meters).to.deep.equal([]);
    expect(totals.scope2LocationBased.co2).to.be.closeTo(45.17, 1e-9);
  });

  it('held by less than one percent is counted so and said aloud: 0.4 may have been meant for 40 %', () => {
    const held = (equityShare: number): string[] => {
      const venture = { id: 'venture', equityShare, activityData: [diesel('oil', 1000)] };
      const { findings } = consolidationOf(group([venture], { approach: 'equityShare' }));
      return findings.map(({ code, en }) => `${code}: ${en.split(';')[0]}`);
    };
    expect(held(0.4)).to.deep.equal(['belowOnePercent: venture counts for 0.4 % of its emissions']);
    expect(held(40)).to.deep.equal([]);
    expect(held(1)).to.deep.equal([]);
  });
});
