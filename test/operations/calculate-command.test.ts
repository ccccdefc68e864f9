import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { calculate } from '../../scripts/calculate.js';
import { WrongInput } from '../../scripts/command.js';
import { inventorySchema } from '../../server/catalog/inventory-schema.js';
import { requestSchema } from '../../server/domain/request-schema.js';
import { repositoryRoot } from '../../server/root.js';
import { emissionFactors, resultOf } from '../support/emission-factors.js';
import { runCommand } from '../support/run-command.js';

const twoBills = {
  reportingYear: 2024,
  factorSet: 'kr-national',
  gwp: 'AR5',
  sector: 'manufacturing',
  activityData: [
    { id: 'a1', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1200, unit: 'L' },
    { id: 'a2', category: 'purchasedElectricity', quantity: 640, unit: 'MWh' },
  ],
};

const run = async (args: readonly string[], input = ''): Promise<{ code: number; out: string; lines: readonly string[] }> => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const out = text(stdout);
  const io = { stdin: Readable.from([Buffer.from(input)]), stdout, stderr, env: {} };
  try {
    const code = await calculate.run(args, io);
    stdout.end();
    return { code, out: await out, lines: [] };
  } catch (error) {
    stdout.end();
    if (error instanceof WrongInput) return { code: 2, out: await out, lines: error.lines };
    throw error;
  }
};

const published = (name: string): object => JSON.parse(readFileSync(join(repositoryRoot, 'docs', 'schema', name), 'utf8'));

describe('calculate', () => {
  it('writes the inventory of one request from standard input', async () => {
    const { code, out } = await run(['-'], JSON.stringify(twoBills));
    const { totals, lines } = JSON.parse(out);
    expect(code).to.equal(0);
    expect(totals.scope1.co2).to.be.closeTo(3.0892, 5e-5);
    expect(totals.scope2LocationBased.co2eq).to.be.closeTo(290.5987, 5e-5);
    expect(lines).to.have.length(9);
  });

  it('reads a file, and says of one it cannot read', async () => {
    const { lines } = await run(['no/such/file.json']);
    expect(lines).to.deep.equal(['no/such/file.json: the file cannot be read (ENOENT) | 파일을 읽을 수 없습니다 (ENOENT)']);
    expect((await run([repositoryRoot])).lines[0]).to.include('cannot be read');
    expect((await run([join(repositoryRoot, 'package.json')])).lines[0]).to.match(
      /^name: the key "name" is not known here; .* \| "name" 키는/,
    );
  });

  it('refuses with one line per fault, "field: English | 한국어", and nothing on stdout', async () => {
    const { code, out, lines } = await run(
      ['-'],
      '{"reportingYear":2024,"activityData":[{"id":"a1","category":"stationaryCombustion","fuel":"diesel","quantity":-1,"unit":"kg"}]}',
    );
    expect({ code, out }).to.deep.equal({ code: 2, out: '' });
    expect(lines).to.deep.equal(['activityData[0].quantity: -1 is negative; write zero or more | -1은(는) 음수입니다. 0 이상으로 쓰세요']);
    expect((await run(['-'], '{')).lines).to.deep.equal([
      'input: this is not JSON; the error is at line 1, column 2 | JSON 형식이 아닙니다. 1행 2열을 확인하세요',
    ]);
  });

  it('takes one FILE, and none with --list and --schema', async () => {
    for (const args of [[], ['a', 'b'], ['--list', 'a'], ['--schema', 'input', 'a'], ['--schema', 'both']]) {
      expect((await run(args)).code, args.join(' ')).to.equal(2);
    }
  });

  it('lists what can be named: every fuel with the units it takes', async () => {
    const list = JSON.parse((await run(['--list'])).out);
    const fuel = (id: string) => list.fuels.find((each: { id: string }) => each.id === id);
    expect(fuel('diesel')).to.deep.include({
      ko: '경유',
      units: ['L', 'kL', 'm3', 'kWh', 'MWh', 'MJ', 'GJ', 'TJ', 'kcal', 'Gcal', 'toe'],
      modes: ['road', 'offroad'],
    });
    expect(fuel('cityGasLng').units).to.include.members(['Nm3', 'MJ', 'toe']).and.not.include('m3');
    expect(fuel('butane').modes).to.deep.equal(['road', 'offroad']);
    expect(fuel('kerosene').modes).to.deep.equal([]);
    expect(list.suppliers.map((each: { en: string }) => each.en)).to.include('KDHC sudogwon');
    expect(list.units.map((each: { symbol: string }) => each.symbol).join(' ')).to.equal('L kL kg t m3 Nm3 kWh MWh MJ GJ TJ kcal Gcal toe');
  });

  it('answers each line of --ndjson in order and waits for a slow reader', async () => {
    const lines = 300;
    const input = Array.from({ length: lines }, (_, index) =>
      index % 3 === 0 ? 'nonsense' : JSON.stringify({ ...twoBills, reportingYear: 2018 + (index % 8) }),
    ).join('\n');
    const stdout = new PassThrough({ highWaterMark: 1024 });
    const done = calculate.run(['--ndjson', '-'], {
      stdin: Readable.from([Buffer.from(input)]),
      stdout,
      stderr: new PassThrough(),
      env: {},
    });
    await once(stdout, 'readable');
    expect(stdout.readableLength).to.be.below(200_000);
    const out = text(stdout);
    expect(await done).to.equal(0);
    stdout.end();
    const answers = (await out)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => answer.reportingYear ?? 'refused')).to.deep.equal(
      Array.from({ length: lines }, (_, index) => (index % 3 === 0 ? 'refused' : 2018 + (index % 8))),
    );
  });

  it('runs as `onsil calculate`, results on stdout and faults on stderr', async () => {
    const good = await runCommand(['calculate', '-'], JSON.stringify(twoBills));
    expect({ code: good.code, stderr: good.stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(JSON.parse(good.stdout).factorSet.id).to.equal('kr-national');
    const bad = await runCommand(['calculate', '-'], '{"reportingYear":1999,"activityData":[]}');
    expect({ code: bad.code, stdout: bad.stdout }).to.deep.equal({ code: 2, stdout: '' });
    expect(bad.stderr).to.match(/^reportingYear: .+ \| .+\n$/);
    expect((await runCommand(['calculate', '--help'])).stdout).to.include('--ndjson');
    expect((await runCommand(['calculate', '--nosuch'])).code).to.equal(2);
  });
});

describe('the published schemas', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const [isRequest, isInventory] = [
    ajv.compile(published('inventory-request.schema.json')),
    ajv.compile(published('inventory.schema.json')),
  ];

  it('are those the code goes by', async () => {
    expect(published('inventory-request.schema.json')).to.deep.equal(JSON.parse(JSON.stringify(requestSchema(emissionFactors()))));
    expect(published('inventory.schema.json')).to.deep.equal(JSON.parse(JSON.stringify(inventorySchema())));
    expect(JSON.parse((await run(['--schema', 'input'])).out)).to.deep.equal(published('inventory-request.schema.json'));
    expect(JSON.parse((await run(['--schema', 'output'])).out)).to.deep.equal(published('inventory.schema.json'));
  });

  it('hold for what goes in and what comes out', () => {
    const heat = {
      id: 'a3',
      category: 'purchasedHeat',
      supplier: 'KDHC daegu',
      quantity: 10,
      unit: 'GJ',
      factor: { value: 50, unit: 'kgCO2/GJ', source: 'the supplier' },
    };
    const wood = { id: 'a4', category: 'stationaryCombustion', fuel: 'wood', quantity: 2, unit: 't' };
    const forklift = { id: 'a5', category: 'mobileCombustion', mode: 'offroad', fuel: 'butane', quantity: 300, unit: 'kg' };
    for (const reportingYear of [2021, 2024, 2026]) {
      const request = { ...twoBills, reportingYear, activityData: [...twoBills.activityData, heat, wood, forklift] };
      expect(isRequest(request), ajv.errorsText(isRequest.errors)).to.equal(true);
      const result = resultOf(request);
      expect(isInventory('inventory' in result ? result.inventory : null), ajv.errorsText(isInventory.errors)).to.equal(true);
    }
    expect(isInventory({ errors: [{ field: 'input', code: 'notJson', en: 'x', ko: 'x' }] })).to.equal(true);
  });

  it('refuse what the reader refuses by shape', () => {
    const [diesel] = twoBills.activityData;
    for (const activity of [
      { ...diesel, fuel: 'diesl' },
      { ...diesel, unit: 'l' },
      { ...diesel, quantity: -1 },
      { ...diesel, quantity: '1' },
      { ...diesel, mode: 'road' },
      { ...diesel, id: ' ' },
      { ...diesel, factor: { value: 1, unit: 'kgCO2/L' } },
      { id: 'a1' },
      5,
    ]) {
      const request = { ...twoBills, activityData: [activity] };
      expect(isRequest(request), JSON.stringify(activity)).to.equal(false);
      expect(resultOf(request), JSON.stringify(activity)).to.have.property('faults');
    }
    expect(isRequest({ ...twoBills, establishment: {} })).to.equal(false);
  });
});

describe('the sentences of refusals', () => {
  it('exist for every fault, in both languages, with every place filled', async () => {
    const inputs = [
      '{"a":1}',
      '[]',
      '{"reportingYear":2024,"activityData":[{"id":"a","category":"purchasedHeat","quantity":1e999,"unit":"GJ","kind":"x"}]}',
    ];
    for (const input of inputs) {
      for (const line of (await run(['-'], input)).lines) {
        expect(line)
          .to.match(/^[\w.[\]]+: [^|{}]+ \| [^|]*\p{Script=Hangul}[^|]*$/u)
          .and.not.match(/\{\w+\}/);
      }
    }
  });
});
