import { expect } from 'chai';
import fc from 'fast-check';
import { makePlan } from '../../server/planner/make-plan.js';
import type { Equipment, Range, TransitionPlan } from '../../server/planner/plan.js';
import { inventoryOf } from './inventory-of.js';
import { plannerData } from './planner-data.js';

const date = '2026-02-20';

/** Zero, or an amount that a bill can show: the calculation refuses what cannot be told from zero. */
const used = (most: number): fc.Arbitrary<number> => fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: most, noNaN: true }));

const fuel = fc.record({
  fuel: fc.constantFrom('coke', 'cityGasLng', 'diesel', 'propane', 'heavyOilC', 'wood'),
  tj: fc.oneof(used(500), fc.constant(null)),
  tonnesPerTJ: fc.double({ min: 0, max: 120, noNaN: true }),
  mobile: fc.boolean(),
});

const site = fc.record({
  electricity: fc.oneof(used(20_000), fc.constant(null)),
  grid: fc.double({ min: 0, max: 0.9, noNaN: true }),
  fuels: fc.array(fuel, { maxLength: 4 }),
  toe: fc.oneof(fc.double({ min: 0, max: 30_000, noNaN: true }), fc.constant(null)),
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.oneof(arbitrary, fc.constant(null));

const establishment = fc.record({
  name: fc.constant('시험 사업장'),
  industryCode: maybe(fc.constantFrom('24311', 'C25922', 'C22', 'C10', '29', 'C1340', 'C20', 'C30', 'H52102', 'C11')),
  workers: maybe(fc.integer({ min: 0, max: 500 })),
  region: maybe(fc.constantFrom('48', 'KR-41', '충북', '12')),
  complex: maybe(fc.constantFrom<string | boolean>('남동국가산업단지', true, false)),
  averageSales: maybe(fc.double({ min: 0, max: 1e12, noNaN: true })),
});

const row: fc.Arbitrary<Equipment> = fc.record({
  kind: fc.constantFrom(...plannerData.measures.equipment.map((kind) => kind.id)),
  size: maybe(fc.double({ min: 0, max: 2000, noNaN: true })),
  sizeUnit: fc.constantFrom('kW', 'HP', 'RT', 't/h', 'kVA', 'tonneForce', 'each', null),
  hoursPerYear: maybe(fc.integer({ min: 0, max: 8784 })),
});

const inputs = fc.record({ establishment, site, equipment: fc.array(row, { maxLength: 5 }) });

const numbers = (range: Range): readonly number[] =>
  range.typical === null ? [range.low, range.high] : [range.low, range.typical, range.high];

const always = (holds: (made: TransitionPlan) => void): void => {
  const property = fc.property(inputs, ({ establishment: who, site: what, equipment }) => {
    holds(makePlan({ date, establishment: who, ...inventoryOf(what), equipment }, plannerData));
  });
  fc.assert(property, { numRuns: 25 });
};

describe('every plan', () => {
  it('saves no negative energy and never more than the end use holds', () => {
    always((made) => {
      for (const { id, baseline, energySaving } of made.measures) {
        if (baseline === null || energySaving === null) continue;
        expect(energySaving.unit, id).to.equal(baseline.unit);
        for (const number of numbers(energySaving)) expect(number, id).to.be.at.least(0);
        expect(energySaving.low, id).to.be.at.most(baseline.low * (1 + 1e-12));
        expect(energySaving.high, id).to.be.at.most(baseline.high * (1 + 1e-12));
      }
    });
  });

  it('keeps its ranges in order and finite', () => {
    always((made) => {
      for (const entry of made.measures) {
        const { baseline, energySaving, addedElectricity, abatement, costSaving, yearlyCost, investment, paybackYears } = entry;
        for (const range of [baseline, energySaving, addedElectricity, abatement, costSaving, yearlyCost, investment, paybackYears]) {
          if (range === null) continue;
          const ends = numbers(range);
          expect(ends.every(Number.isFinite), entry.id).to.equal(true);
          expect(
            ends.every((number, index) => index === 0 || number >= (ends[index - 1] ?? 0) - 1e-9 * Math.abs(number)),
            `${entry.id}: ${JSON.stringify(range)}`,
          ).to.equal(true);
        }
      }
    });
  });

  it('tells of each measure exactly once: offered, not to be told, or set aside', () => {
    always((made) => {
      const told = [...made.measures, ...made.setAside].map((entry) => entry.id).sort();
      expect(told).to.deep.equal(plannerData.measures.measures.map((measure) => measure.id).sort());
    });
  });

  it('gives no figure where it cannot tell, and says what is missing', () => {
    always((made) => {
      for (const entry of made.measures.filter((measure) => measure.verdict === 'cannotTell')) {
        expect([entry.baseline, entry.energySaving, entry.abatement, entry.investment, entry.costSaving], entry.id).to.deep.equal(
          Array(5).fill(null),
        );
        expect(
          entry.checks.some((check) => check.outcome === 'unknown'),
          entry.id,
        ).to.equal(true);
      }
    });
  });

  it('never says yes to a program while one of its checks is not yes', () => {
    always((made) => {
      for (const program of made.programs) {
        const outcomes = program.checks.map((check) => check.outcome);
        const expected = outcomes.includes('no') ? 'no' : outcomes.includes('unknown') ? 'unknown' : 'yes';
        expect(program.eligibility, program.id).to.equal(expected);
      }
    });
  });

  it('names fuels by their names, never by their ids', () => {
    const ids = /coke|cityGas|diesel|propane|heavyOil|wood|undefined/;
    always((made) => {
      const texts = [
        ...made.measures.flatMap((measure) => [measure.basis, ...measure.checks.flatMap((check) => [check.label, check.reason])]),
        ...made.setAside.map((entry) => entry.reason),
        ...made.notes,
      ];
      for (const text of texts) expect(text.ko).not.to.match(ids);
    });
  });

  it('words everything in both languages', () => {
    always((made) => {
      const texts = [
        ...made.measures.flatMap((measure) => [measure.basis, ...measure.checks.flatMap((check) => [check.label, check.reason])]),
        ...made.programs.flatMap((program) => [program.terms, ...program.checks.flatMap((check) => [check.label, check.reason])]),
        ...made.setAside.map((entry) => entry.reason),
        ...made.notes,
      ];
      for (const text of texts) expect(`${text.ko}|${text.en}`).not.to.match(/undefined|NaN|null|\[object/);
    });
  });
});
