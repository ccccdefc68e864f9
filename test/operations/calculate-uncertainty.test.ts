import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { repositoryRoot } from '../../server/root.js';
import { runCommand } from '../support/run-command.js';

const said = JSON.stringify({
  reportingYear: 2024,
  activityData: [
    { id: 'a1', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1200, unit: 'L', quality: 'billed' },
    { id: 'a2', category: 'purchasedElectricity', quantity: 640, unit: 'MWh', quality: 'billed' },
    { id: 'a3', category: 'stationaryCombustion', fuel: 'wood', quantity: 2, unit: 't', uncertainty: { lower: 1.5, upper: 3 } },
  ],
});

const calculate = (...options: readonly string[]) => runCommand(['calculate', ...options, '-'], said);

describe('calculate --uncertainty', () => {
  it('adds data quality and uncertainty where it is asked, the same bytes for the same seed, and nothing where it is not', async () => {
    const plain = await calculate();
    const first = await calculate('--uncertainty');
    expect(plain.stdout).to.not.include('"uncertainty"').and.not.include('"dataQuality"');
    expect((await calculate('--uncertainty', '--seed', '1', '--draws', '10000')).stdout).to.equal(first.stdout);
    expect((await calculate('--uncertainty', '--seed', '2')).stdout).to.not.equal(first.stdout);
    const { dataQuality, uncertainty, ...rest } = JSON.parse(first.stdout);
    expect(rest).to.deep.equal(JSON.parse(plain.stdout));
    expect(dataQuality.byQuality.map(({ key }: { key: string | null }) => key)).to.deep.equal(['billed', null]);
    expect(uncertainty.totals.scope2LocationBased.approach1.percent).to.be.closeTo(2, 1e-9);
    expect(uncertainty.biogenicCo2.approach2.lower).to.be.above(0);
  });

  it('writes what its published schema says, also line by line', async () => {
    const schema = JSON.parse(readFileSync(join(repositoryRoot, 'docs', 'schema', 'inventory.schema.json'), 'utf8'));
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    const isInventory = ajv.compile(schema);
    expect(
      isInventory(JSON.parse((await calculate('--uncertainty', '--draws', '100')).stdout)),
      ajv.errorsText(isInventory.errors),
    ).to.equal(true);
    const lines = (await calculate('--uncertainty', '--draws', '100', '--ndjson')).stdout.trimEnd().split('\n');
    expect(lines).to.have.length(1);
    expect(isInventory(JSON.parse(lines[0] ?? ''))).to.equal(true);
  });

  it('refuses what no drawing can be done with, in one line', async () => {
    for (const wrong of [
      ['--seed', '1'],
      ['--uncertainty', '--seed', '1.5'],
      ['--uncertainty', '--draws', '99'],
      ['--uncertainty', '--draws', '1e4'],
    ]) {
      const { code, stdout, stderr } = await calculate(...wrong);
      expect({ code, stdout }, wrong.join(' ')).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr).to.match(/^calculate: [^|]+ \| \P{L}*.*\p{Script=Hangul}/u);
    }
  });
});
