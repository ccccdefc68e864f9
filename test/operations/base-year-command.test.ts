import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { baseYearSchema } from '../../server/catalog/base-year-schema.js';
import { baseYearInputSchema } from '../../server/domain/base-year/base-year-input-schema.js';
import { repositoryRoot } from '../../server/root.js';
import { emissionFactors } from '../support/emission-factors.js';
import { runCommand } from '../support/run-command.js';

const published = (name: string): object => JSON.parse(readFileSync(join(repositoryRoot, 'docs', 'schema', name), 'utf8'));
const said = {
  baseYear: 2021,
  years: [
    { year: 2021, scope1: 30, scope2: 20, workers: 12, sales: { quantity: 3.5, unit: 'hundredMillionKRW' } },
    { year: 2023, scope1: 50, scope2: 30, products: [{ name: 'castings', quantity: 100, unit: 't' }] },
  ],
  changes: [
    {
      id: 'plant C',
      year: 2023,
      trigger: 'acquisition',
      reason: 'bought',
      effects: [{ year: 2021, before: { scope1: 0, scope2: 0 }, after: { scope1: 10, scope2: 5 } }],
    },
  ],
};

describe('onsil base-year', () => {
  it('reads what its published schema says and writes what its published schema says', async () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    const [isInput, isOutput] = [ajv.compile(published('base-year-request.schema.json')), ajv.compile(published('base-year.schema.json'))];
    expect(isInput(said), ajv.errorsText(isInput.errors)).to.equal(true);
    const { code, stdout, stderr } = await runCommand(['base-year', '-'], JSON.stringify(said));
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    const result = JSON.parse(stdout);
    expect(isOutput(result), ajv.errorsText(isOutput.errors)).to.equal(true);
    expect(result.threshold).to.deep.equal({ percent: 5, basis: 'default' });
    expect(result.series[0].recalculated).to.deep.equal({ scope1: 40, scope2: 25, total: 65 });
    expect(published('base-year-request.schema.json')).to.deep.equal(JSON.parse(JSON.stringify(baseYearInputSchema(emissionFactors()))));
    expect(published('base-year.schema.json')).to.deep.equal(JSON.parse(JSON.stringify(baseYearSchema())));
  });

  it('refuses with one line per fault, numbers read from their text, and nothing on stdout', async () => {
    const { code, stdout, stderr } = await runCommand(
      ['base-year', '-'],
      '{"baseYear":2021,"years":[{"year":2021,"scope1":1e400,"scope2":-0,"a":0.1234567890123456789}]}',
    );
    expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map((line) => line.split(':')[0])).to.deep.equal(['years[0].scope1', 'years[0].scope2', 'years[0].a', 'years[0].a']);
    for (const line of lines) expect(line).to.match(/^[^|]+ \| .*\p{Script=Hangul}/u);
  });
});
