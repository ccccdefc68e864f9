import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { repositoryRoot } from '../../server/root.js';
import { consolidationOf } from '../support/consolidation.js';

interface Example {
  readonly title: string;
  /** Where the answer comes from. */
  readonly source: string;
  readonly organizations?: readonly { readonly id: string }[];
  readonly shares?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly request?: unknown;
  readonly expect?: Readonly<Record<string, number>>;
  readonly within?: number;
  readonly findings?: readonly string[];
}

const folder = join(repositoryRoot, 'test', 'examples', 'consolidation');

const numberAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>>)[key], value);

describe('worked examples of consolidation', () => {
  for (const file of readdirSync(folder)) {
    const examples: readonly Example[] = parse(readFileSync(join(folder, file), 'utf8'));
    for (const { title, source, organizations = [], shares = {}, request, expect: wanted = {}, within = 0, findings } of examples) {
      it(`${title} [${source}]`, () => {
        for (const [approach, byCompany] of Object.entries(shares)) {
          const establishments = organizations.map(({ id }) => ({ id, organization: id, activityData: [] }));
          const found = consolidationOf({ reportingYear: 2024, approach, organizations, establishments }).establishments;
          for (const [id, share] of Object.entries(byCompany))
            expect(found.find((each) => each.id === id)?.share, `${id} by ${approach}`).to.be.closeTo(share, 1e-12);
        }
        if (request === undefined) return;
        const consolidation = consolidationOf(request);
        for (const [path, answer] of Object.entries(wanted)) expect(numberAt(consolidation, path), path).to.be.closeTo(answer, within);
        if (findings !== undefined) expect(consolidation.findings.map(({ code }) => code)).to.deep.equal(findings);
      });
    }
  }
});
