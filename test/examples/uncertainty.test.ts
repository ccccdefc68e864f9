import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { repositoryRoot } from '../../server/root.js';
import { uncertaintyOf } from '../support/uncertainty.js';

interface Example {
  readonly title: string;
  /** Where the answer comes from. */
  readonly source: string;
  /** Diesel burnt with a factor of its own in CO2eq: one line each. */
  readonly activities: readonly object[];
  readonly percent: number;
  readonly within?: number;
  readonly lines: Readonly<Record<string, number | null>>;
  readonly shares: Readonly<Record<string, number>>;
  readonly coverage?: object;
  readonly unknown?: Readonly<Record<string, number>>;
}

const folder = join(repositoryRoot, 'test', 'examples', 'uncertainty');

describe('worked examples of uncertainty', () => {
  for (const file of readdirSync(folder)) {
    const examples: readonly Example[] = parse(readFileSync(join(folder, file), 'utf8'));
    for (const example of examples) {
      it(`${example.title} [${example.source}]`, () => {
        const { within = 1e-6 } = example;
        const activityData = example.activities.map((activity) => ({ category: 'stationaryCombustion', fuel: 'diesel', ...activity }));
        const { totals, lines, measureFirst } = uncertaintyOf({ reportingYear: 2024, activityData }, 1000);
        expect(totals.scope1.approach1?.percent).to.be.closeTo(example.percent, within);
        for (const [id, percent] of Object.entries(example.lines)) {
          const found = lines.find((line) => line.activityDataId === id)?.approach1;
          if (percent === null) expect(found, id).to.equal(null);
          else expect(found?.percent, id).to.be.closeTo(percent, within);
        }
        const shares = Object.fromEntries(measureFirst.activities.map(({ activityDataId, share }) => [activityDataId, share]));
        expect(Object.keys(shares)).to.have.members(Object.keys(example.shares));
        for (const [id, share] of Object.entries(example.shares)) expect(shares[id], id).to.be.closeTo(share, within);
        if (example.coverage !== undefined) expect(totals.scope1.coverage).to.deep.equal(example.coverage);
        for (const [key, share] of Object.entries(example.unknown ?? {}))
          expect(measureFirst.unknown.find((each) => each.key === key)?.share, key).to.equal(share);
      });
    }
  }
});
