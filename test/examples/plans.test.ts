import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { readEmissionFactors } from '../../server/catalog/emission-factors.js';
import { makePlanValue } from '../../server/operations/make-plan.js';
import type { CandidateMeasure, Range, TransitionPlan } from '../../server/planner/plan.js';
import { repositoryRoot } from '../../server/root.js';
import { plannerData } from '../planner/planner-data.js';

type Three = readonly [number, number, number];

interface Figures {
  readonly baseline?: number;
  readonly energySaving?: Three | null;
  readonly addedElectricity?: Three;
  readonly abatement?: Three;
  readonly investment?: Three | null;
}

/** A worked plan: what goes in, and what was found by hand. */
interface WorkedPlan {
  readonly name: string;
  readonly source: string;
  readonly input: unknown;
  readonly expect: {
    readonly fits: Readonly<Record<string, Figures>>;
    /** Measure -> the question that would settle it, or null where no question does. */
    readonly cannotTell: Readonly<Record<string, string | null>>;
    readonly setAside: readonly string[];
    readonly programs: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
  };
}

const folder = join(repositoryRoot, 'test', 'examples', 'plans');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as WorkedPlan);

const site = {
  catalog: { emissionFactors: readEmissionFactors(repositoryRoot), planner: plannerData },
  clock: { now: () => new Date('2026-06-15T00:00:00Z') },
};

const planOf = (example: WorkedPlan): TransitionPlan => {
  const result = makePlanValue(site, example.input);
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.plan;
};

const close = (range: Range | null, expected: Three): void => {
  const found = [range?.low, range?.typical, range?.high];
  for (const [index, number] of expected.entries()) expect(found[index]).to.be.closeTo(number, Math.abs(number) * 1e-4);
};

const holds = (measure: CandidateMeasure, figures: Figures): void => {
  expect(measure.verdict).to.equal('fits');
  if (figures.baseline !== undefined) expect(measure.baseline?.typical).to.be.closeTo(figures.baseline, figures.baseline * 1e-6);
  for (const key of ['energySaving', 'investment'] as const) if (figures[key] === null) expect(measure[key]).to.equal(null);
  for (const key of ['energySaving', 'addedElectricity', 'abatement', 'investment'] as const) {
    const expected = figures[key];
    if (expected !== undefined && expected !== null) close(measure[key], expected);
  }
};

describe('worked plans', () => {
  for (const example of examples) {
    describe(example.name, () => {
      const plan = planOf(example);
      const measureOf = (id: string): CandidateMeasure => {
        const found = plan.measures.find((measure) => measure.id === id);
        if (found === undefined) throw new Error(`${id} is not among the measures`);
        return found;
      };
      for (const [id, figures] of Object.entries(example.expect.fits)) it(`fits ${id}`, () => holds(measureOf(id), figures));
      for (const [id, question] of Object.entries(example.expect.cannotTell)) {
        it(`cannot tell of ${id}`, () => {
          expect(measureOf(id).verdict).to.equal('cannotTell');
          const questions = new Set(measureOf(id).checks.flatMap((check) => check.question ?? []));
          expect([...questions]).to.deep.equal(question === null ? [] : [question]);
        });
      }
      it('sets aside what does not apply', () => {
        expect(plan.setAside.map((entry) => entry.id)).to.include.members([...example.expect.setAside]);
      });
      for (const [id, eligibility] of Object.entries(example.expect.programs)) {
        it(`${id}: ${eligibility}`, () => {
          expect(plan.programs.find((program) => program.id === id)?.eligibility).to.equal(eligibility);
        });
      }
    });
  }
});
