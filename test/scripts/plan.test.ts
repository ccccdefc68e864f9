import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { expect } from 'chai';
import { onsil } from '../../scripts/onsil.js';
import type { TransitionPlan } from '../../server/planner/plan.js';
import { contentOf, readPdf } from '../support/pdf.js';

const foundry = {
  reportingYear: 2024,
  establishment: { name: '한빛주물(예시)', industryCode: 'C24311', workers: 12, region: '경남', complex: true },
  activityData: [
    { id: 'a1', category: 'stationaryCombustion', fuel: 'cityGasLng', quantity: 48_000, unit: 'Nm3' },
    { id: 'a2', category: 'purchasedElectricity', quantity: 640, unit: 'MWh' },
  ],
};

class Sink extends Writable {
  readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(Buffer.from(chunk));
    done();
  }

  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

const run = async (args: readonly string[], input: string | Uint8Array = ''): Promise<{ code: number; out: Buffer; err: string }> => {
  const stdout = new Sink();
  const stderr = new Sink();
  const code = await onsil(['plan', ...args], { stdin: Readable.from([Buffer.from(input)]), stdout, stderr, env: {} });
  return { code, out: stdout.bytes, err: stderr.bytes.toString('utf8') };
};

describe('onsil plan', function () {
  this.timeout(120_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'onsil-plan-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes the PDF and the JSON of one plan, with the same figures', async () => {
    const file = join(folder, 'foundry.json');
    const pdfFile = join(folder, 'plan.pdf');
    const jsonFile = join(folder, 'plan.json');
    writeFileSync(file, JSON.stringify(foundry));
    const { code, out, err } = await run([file, '--pdf', pdfFile, '--json', jsonFile, '--date', '2026-03-31']);
    expect({ code, out: out.toString(), err }).to.deep.equal({ code: 0, out: '', err: '' });
    const plan = JSON.parse(readFileSync(jsonFile, 'utf8')) as TransitionPlan;
    const pdf = await readPdf(readFileSync(pdfFile));
    const content = contentOf(pdf);
    const total = plan.inventory.totals.scope1.co2eq + plan.inventory.totals.scope2LocationBased.co2eq;
    expect(total).to.be.greaterThan(300);
    expect(content).to.include(total.toFixed(3)).and.to.include('한빛주물(예시)').and.to.include('2026년3월31일');
    expect(plan.measures.length).to.be.greaterThan(10);
    for (const { name } of [...plan.measures, ...plan.programs]) expect(content).to.include(name.ko.replace(/\s/g, ''));
    expect(pdf.language).to.equal('ko-KR');
    expect(pdf.missingGlyphs).to.equal(0);
  });

  it('reads standard input, writes the PDF to standard output, in English when asked, the same bytes each time', async () => {
    const args = ['-', '--pdf', '-', '--lang', 'en', '--date', '2026-03-31'];
    const first = await run(args, JSON.stringify(foundry));
    const second = await run(args, JSON.stringify(foundry));
    expect(first.code).to.equal(0);
    expect(Buffer.compare(first.out, second.out)).to.equal(0);
    const pdf = await readPdf(first.out);
    expect(pdf.language).to.equal('en-US');
    expect(contentOf(pdf)).to.include('31March2026');
  });

  it('makes a plan of an establishment that uses nothing', async () => {
    const { code, out } = await run(
      ['-', '--json', '-'],
      JSON.stringify({ reportingYear: 2024, establishment: { name: '빈 공장' }, activityData: [] }),
    );
    expect(code).to.equal(0);
    expect((JSON.parse(out.toString('utf8')) as TransitionPlan).inventory.totals.scope1.co2eq).to.equal(0);
  });

  it('names every fault of the activity data and of the establishment, in both languages', async () => {
    const input = {
      reportingYear: 2024,
      establishment: { workers: -3, colour: 1 },
      activityData: [{ id: 'a1', category: 'stationaryCombustion', fuel: 'unicorn', quantity: -1, unit: 'L' }],
    };
    const { code, out, err } = await run(['-', '--json', '-'], JSON.stringify(input));
    expect(code).to.equal(2);
    expect(out.length).to.equal(0);
    const lines = err.trim().split('\n');
    const fields = lines.map((line) => line.slice(0, line.indexOf(':')));
    expect(fields).to.have.members([
      'establishment.name',
      'establishment.workers',
      'establishment.colour',
      'activityData[0].fuel',
      'activityData[0].quantity',
    ]);
    for (const line of lines) expect(line).to.match(/^\S+: .+ \| .*[가-힣]/);
  });

  const refused: readonly (readonly [string, readonly string[], string | Uint8Array, RegExp])[] = [
    ['no establishment', ['-', '--json', '-'], '{"reportingYear":2024,"activityData":[]}', /^establishment: /],
    ['text that is not JSON', ['-', '--json', '-'], '{', /^input: .*JSON/],
    ['a list', ['-', '--json', '-'], '[]', /^input: /],
    ['bytes that are not UTF-8', ['-', '--json', '-'], Uint8Array.of(0xff, 0xfe), /^input: .*UTF-8/],
    ['a file that is not there', ['/nowhere/at/all.json', '--json', '-'], '', /ENOENT/],
    ['an output that cannot be written', ['-', '--json', '/nowhere/at/all.json'], JSON.stringify(foundry), /ENOENT/],
    ['no file', ['--json', '-'], '', /FILE/],
    ['two files', ['a.json', 'b.json', '--json', '-'], '', /FILE/],
    ['no output', ['-'], '', /--pdf OUT/],
    ['two outputs on one stream', ['-', '--pdf', '-', '--json', '-'], '', /standard output/],
    ['a language that is not spoken', ['-', '--json', '-', '--lang', 'fr'], '', /ko or en/],
    ['a day that is not in the calendar', ['-', '--json', '-', '--date', '2026-02-30'], '', /2026-03-31/],
    ['an unknown option', ['-', '--jsn', '-'], '', /--jsn/],
  ];
  for (const [what, args, input, message] of refused) {
    it(`refuses ${what} with exit code 2 and nothing on standard output`, async () => {
      const { code, out, err } = await run(args, input);
      expect(code).to.equal(2);
      expect(out.length).to.equal(0);
      expect(err).to.match(message);
    });
  }

  it('refuses to overwrite its input, by whatever name, and leaves it as it was', async () => {
    const file = join(folder, 'input.json');
    const text = JSON.stringify(foundry);
    writeFileSync(file, text);
    symlinkSync(file, join(folder, 'symbolic.json'));
    symlinkSync(folder, join(folder, 'folder'));
    linkSync(file, join(folder, 'hard.json'));
    for (const name of [file, join(folder, 'symbolic.json'), join(folder, 'folder', 'input.json'), join(folder, 'hard.json')]) {
      for (const option of ['--json', '--pdf']) {
        const { code, err } = await run([file, option, name]);
        expect(code, name).to.equal(2);
        expect(err).to.match(/overwrite the input FILE.* \| .*덮어씁니다/);
        expect(readFileSync(file, 'utf8')).to.equal(text);
      }
    }
  });

  it('refuses to write both results into one file, also through a link', async () => {
    symlinkSync(folder, join(folder, 'again'));
    const one = join(folder, 'one.out');
    for (const other of [one, join(folder, '.', 'one.out'), join(folder, 'again', 'one.out')]) {
      const { code, err } = await run(['-', '--pdf', one, '--json', other], JSON.stringify(foundry));
      expect(code, other).to.equal(2);
      expect(err).to.match(/the same file.* \| .*같은 파일/);
      expect(existsSync(one)).to.equal(false);
    }
  });

  it('holds application windows against --date', async () => {
    const outcomeOn = async (day: string): Promise<string | undefined> => {
      const { out } = await run(['-', '--json', '-', '--date', day], JSON.stringify(foundry));
      const { programs } = JSON.parse(out.toString('utf8')) as TransitionPlan;
      return programs.find(({ id }) => id === 'mss-capex-2026')?.checks.find(({ label }) => label.ko === '신청 기간')?.outcome;
    };
    expect([await outcomeOn('2026-02-20'), await outcomeOn('2026-05-01')]).to.deep.equal(['yes', 'unknown']);
  });

  it('explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect(code).to.equal(0);
    expect(out.toString()).to.include('--pdf OUT').and.to.include('establishment');
  });
});
