import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { consolidationSchema } from '../../server/catalog/consolidation-schema.js';
import { consolidationInputSchema } from '../../server/domain/consolidation/consolidation-input-schema.js';
import { repositoryRoot } from '../../server/root.js';
import { diesel, group, power, steam } from '../support/consolidation.js';
import { emissionFactors } from '../support/emission-factors.js';
import { runCommand } from '../support/run-command.js';

const published = (name: string): object => JSON.parse(readFileSync(join(repositoryRoot, 'docs', 'schema', name), 'utf8'));
const amount = { quantity: 90, unit: 'GJ' };
const whole = group(
  [
    {
      id: 'a',
      activityData: [diesel('fuel', 1000), power('power', 10)],
      meters: [{ id: 'm', parent: 'power', quantity: 4, unit: 'MWh', from: '2024-02-01' }],
    },
    { id: 'b', equityShare: 60, from: '2024-07-01', activityData: [steam('steam', 100)] },
  ],
  {
    approach: 'equityShare',
    transfers: [{ id: 't', seller: 'a', buyer: 'b', buyerActivity: 'steam', sold: amount, bought: amount }],
    sharedUtilities: [{ activity: power('air', 5), rule: 'production', unit: 't', shares: [{ establishment: 'a', value: 1 }], others: 1 }],
  },
);

describe('onsil consolidate', () => {
  it('reads what its published schema says and writes what its published schema says', async () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
    const [isInput, isOutput] = [
      ajv.compile(published('consolidation-request.schema.json')),
      ajv.compile(published('consolidation.schema.json')),
    ];
    expect(isInput(whole), ajv.errorsText(isInput.errors)).to.equal(true);
    const { code, stdout, stderr } = await runCommand(['consolidate', '-'], JSON.stringify(whole));
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(isOutput(JSON.parse(stdout)), ajv.errorsText(isOutput.errors)).to.equal(true);
    expect(published('consolidation-request.schema.json')).to.deep.equal(
      JSON.parse(JSON.stringify(consolidationInputSchema(emissionFactors()))),
    );
    expect(published('consolidation.schema.json')).to.deep.equal(JSON.parse(JSON.stringify(consolidationSchema())));
    expect(JSON.parse((await runCommand(['consolidate', '--schema', 'output'])).stdout)).to.deep.equal(
      published('consolidation.schema.json'),
    );
  });

  it('refuses with one line per fault, numbers read from their text, and nothing on stdout', async () => {
    const text =
      '{"reportingYear":2024,"approach":"equityShare","organizations":[{"id":"g"}],"establishments":[{"id":"a","organization":"g",';
    const { code, stdout, stderr } = await runCommand(['consolidate', '-'], `${text}"equityShare":-0,"activityData":[],"x":1e400}]}`);
    expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).to.have.length(3);
    for (const line of stderr.trimEnd().split('\n'))
      expect(line).to.match(/^establishments\[0\]\.(equityShare|x): [^|]+ \| .*\p{Script=Hangul}/u);
    for (const args of [[], ['a', 'b'], ['--schema', 'both'], ['--schema', 'input', 'a'], ['no/such/file']])
      expect((await runCommand(['consolidate', ...args])).code, args.join(' ')).to.equal(2);
    expect((await runCommand(['consolidate', '--help'])).stdout).to.include('--schema');
  });
});
