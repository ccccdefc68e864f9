import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { repositoryRoot } from '../../server/root.js';
import { baseYearOf } from '../support/base-year.js';

interface Example {
  readonly title: string;
  /** Where the answer comes from. */
  readonly source: string;
  readonly request: unknown;
  /** By year, the total as reported and recalculated. */
  readonly series: Readonly<Record<string, readonly [number, number | null]>>;
  readonly decisions: Readonly<Record<string, string>>;
  readonly findings?: readonly string[];
  /** Percent since the base year, of both series. */
  readonly trend?: readonly [number, number];
  readonly intensities?: Readonly<Record<string, number>>;
}

const folder = join(repositoryRoot, 'test', 'examples', 'base-year');

describe('worked examples of base years', () => {
  for (const file of readdirSync(folder)) {
    const examples: readonly Example[] = parse(readFileSync(join(folder, file), 'utf8'));
    for (const { title, source, request, series, decisions, findings = [], trend, intensities } of examples) {
      it(`${title} [${source}]`, () => {
        const result = baseYearOf(request);
        const found = result.series.map(({ year, asReported, recalculated }) => [
          String(year),
          [asReported.total, recalculated?.total ?? null],
        ]);
        expect(Object.fromEntries(found)).to.deep.equal(series);
        expect(Object.fromEntries(result.decisions.map(({ id, decision }) => [id, decision]))).to.deep.equal(decisions);
        expect(result.findings.map(({ code }) => code)).to.deep.equal(findings);
        for (const [index, name] of (['asReported', 'recalculated'] as const).entries())
          if (trend !== undefined)
            expect(result.trends[name]?.points.at(-1)?.percent, name).to.be.closeTo(trend[index] ?? Number.NaN, 1e-5);
        if (intensities !== undefined)
          expect(
            Object.fromEntries(result.intensities.map(({ per, name, value, unit }) => [`${name ?? per} ${unit}`, value])),
          ).to.deep.equal(intensities);
      });
    }
  }
});
