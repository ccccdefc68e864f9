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

  it('explains why each factor was chosen, with --explain', async () => {
    const { code, out } = await run(['--explain', '-'], JSON.stringify(twoBills));
    expect(code).to.equal(0);
    const { lines } = JSON.parse(out);
    for (const { trace, choices } of lines)
      expect(choices.map(({ factorId }: { factorId: string }) => factorId)).to.deep.equal(
        trace.factors.map(({ factorId }: { factorId: string }) => factorId),
      );
    const [ncv] = lines[0].choices;
    expect(ncv).to.deep.include({ role: 'NCV', factorId: 'calorific.2022.diesel', fallback: false });
    expect(ncv.rule.code).to.equal('setRow');
    expect(ncv.runnersUp.map(({ factorId }: { factorId: string }) => factorId)).to.include('calorific.2017.diesel');
    const plain = JSON.parse((await run(['-'], JSON.stringify(twoBills))).out);
    expect({ ...JSON.parse(out), lines: lines.map(({ choices: _choices, ...line }: { choices: unknown }) => line) }).to.deep.equal(plain);
    const validate = new Ajv2020({ strict: false }).compile(inventorySchema() as object);
    expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).to.equal(true);
    expect((await run(['--explain', '--as-of', '2026-11-28', '-'])).lines[0]).to.contain('--explain');
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

  it('refuses more than 10,000 activities by name, instead of a crash on 110,000, and computes 10,000', async () => {
    const bill = { category: 'purchasedElectricity', quantity: 1, unit: 'kWh' };
    const many = (count: number) =>
      JSON.stringify({ reportingYear: 2024, activityData: Array.from({ length: count }, (_, index) => ({ id: `a${index}`, ...bill })) });
    const { code, out, lines } = await run(['-'], many(110_000));
    expect({ code, out }).to.deep.equal({ code: 2, out: '' });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^activityData: .*at most 10000 activities.*110000.*--ndjson \| .*10000개.*요청을 나누거나.*--ndjson/);
    const stdout = new PassThrough();
    let ends = '';
    stdout.on('data', (piece: Buffer) => {
      ends = (ends + piece.toString()).slice(-40);
    });
    const io = { stdin: Readable.from([Buffer.from(many(10_000))]), stdout, stderr: new PassThrough(), env: {} };
    expect(await calculate.run(['-'], io)).to.equal(0);
    expect(ends).to.match(/\]\n\}\n$/);
  }).timeout(60_000);

  it('keeps one line per fault whatever stands in a key, unit, id or fuel', async () => {
    const nasty = 'a\nb: c\r\u001b[31m\u2028\u202e\u0000\t';
    const activity = { id: nasty, category: 'stationaryCombustion', fuel: nasty, quantity: 1, unit: nasty, [nasty]: 1 };
    const factor = { value: 1, unit: nasty, source: 'x' };
    const request = { reportingYear: 2024, [nasty]: { a: 1 }, gwp: nasty, activityData: [activity, { ...activity, factor }] };
    const { lines } = await run(['-'], JSON.stringify(request));
    expect(lines.length).to.be.above(8);
    for (const line of lines)
      expect(line).to.match(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+: [^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+ \| [^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u);
    expect(lines.join('\n')).to.include('the unit "a\\nb: c\\r\\u001b[31m\\u2028\\u202e\\u0000\\t" is not known');
    expect(lines[0]).to.match(/^a\\nb: c\\r\\u001b/);
    expect((await run(['no\nsuch\u001b'])).lines[0]).to.match(/^no\\nsuch\\u001b: the file cannot be read/);
  });

  it('cuts what the user wrote to a sane length', async () => {
    const long = '가'.repeat(5000);
    const { lines } = await run(['-'], JSON.stringify({ reportingYear: 2024, [long]: 1, gwp: long, activityData: [] }));
    expect(lines).to.have.length(2);
    for (const line of lines) expect(line.length).to.be.below(700);
    expect(lines[1]).to.include(`there is no GWP set "${'가'.repeat(80)}…"`);
    const number = await run(['-'], `{"reportingYear":2024,"activityData":[],"a":0.${'7'.repeat(5000)}}`);
    expect(number.lines[0]).to.include(`a: 0.${'7'.repeat(78)}… has more digits`);
  });

  it('names the depth of JSON that is nested too deep', async () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect((await run(['-'], nested(65))).lines).to.deep.equal([
      'input: lists and objects stand within each other more than 64 deep at line 1, column 65; a request needs 5 levels | ' +
        '1행 65열에서 배열과 객체가 64단계보다 깊이 겹쳐 있습니다. 요청에는 5단계면 충분합니다',
    ]);
    expect((await run(['-'], nested(64))).lines[0]).to.include('must be of the JSON type object');
  });

  it('names the way out of the field a number stands in', async () => {
    const factor = '{"value":1e400,"unit":"kgCO2/L","source":"x"}';
    const text = `{"reportingYear":1e400,"constructor":1e400,"activityData":[{"id":"a","category":"stationaryCombustion","fuel":"diesel",
      "quantity":1e400,"unit":"L","grossMJPerNm3":1e-400,"factor":${factor}}]}`;
    const { lines } = await run(['-'], text);
    const said = (field: string): string => lines.find((line) => line.startsWith(`${field}: `)) ?? '';
    expect(said('reportingYear')).to.equal(
      'reportingYear: 1e400 is not a finite number; write a calendar year like 2024 | 1e400은(는) 유한한 수가 아닙니다. 2024와 같은 연도를 적으세요',
    );
    expect(said('activityData[0].quantity')).to.include('write the quantity of the bill |');
    expect(said('activityData[0].factor.value')).to.include('write the value of the factor |');
    expect(said('activityData[0].grossMJPerNm3')).to.include('too small to tell from zero; write the gross MJ/Nm3 printed on the bill |');
    expect(said('constructor')).to.include('write a number in ordinary digits |');
  });

  it('takes one FILE, and none with --list and --schema', async () => {
    for (const args of [[], ['a', 'b'], ['--list', 'a'], ['--schema', 'input', 'a'], ['--schema', 'both']]) {
      expect((await run(args)).code, args.join(' ')).to.equal(2);
    }
  });

  it('lists what can be named: every fuel with the units it takes', async () => {
    const list = JSON.parse((await run(['--list'])).out);
    const fuel = (id: string) => list.fuels.find((each: { id: string }) => each.id === id);
    expect(fuel('diesel')).to.deep.include({ ko: '경유', modes: ['road', 'offroad'] });
    const bills = ['L', 'kL', 'm3', 'kWh', 'MWh', 'MJ', 'GJ', 'TJ', 'kcal', 'Gcal', 'toe'];
    const others = ['mL', 'Wh', 'GWh', 'J', 'kJ', 'cal', 'Mcal', 'therm', 'mmBtu', 'galUS', 'bbl'];
    expect(fuel('diesel').units).to.deep.equal([...bills, ...others]);
    expect(fuel('cityGasLng').units).to.include.members(['Nm3', 'MJ', 'toe']).and.not.include('m3');
    expect(fuel('butane').modes).to.deep.equal(['road', 'offroad']);
    expect(fuel('kerosene').modes).to.deep.equal([]);
    expect(list.suppliers.map((each: { en: string }) => each.en)).to.include('KDHC sudogwon');
    expect(list.units.map((each: { symbol: string }) => each.symbol).join(' ')).to.match(
      /^L kL g kg t m3 Nm3 kWh MWh MJ GJ TJ kcal Gcal toe /,
    );
    expect(list.instruments.find((each: { id: string }) => each.id === 'greenPremium')).to.deep.include({
      counted: 'grid',
      isDisputed: true,
    });
    expect(list.vehicleClasses.map((each: { id: string }) => each.id)).to.include('truckSmall');
    expect(list.splitUses.map((each: { id: string }) => each.id)).to.deep.equal(['fuel', 'ownGeneration', 'rawMaterial', 'sold']);
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
