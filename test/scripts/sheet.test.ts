import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { xlsxTables } from '../../server/reports/tables-file.js';
import { runCommand } from '../support/run-command.js';

describe('onsil sheet', () => {
  it('writes a form as CSV and reads it back by cell address', async () => {
    const { code, stdout } = await runCommand(['sheet', 'template', '--form', 'M', '--csv']);
    expect(code).to.equal(0);
    const filled = stdout.replace(/("workers-regular",.*?),,/, '$1,"１，２３４",').replace(/("pv-installed",.*?),,/, '$1,"글쎄",');
    const read = await runCommand(['sheet', 'read', '-'], filled);
    expect(read.code, read.stderr).to.equal(0);
    const printed = JSON.parse(read.stdout);
    expect(printed).to.include({ edition: 'sme-factory-2026-m', format: 'csv', encoding: 'UTF-8' });
    const workers = printed.answers.find((one: { question: string }) => one.question === 'workers-regular');
    expect(workers.value).to.deep.equal({ kind: 'number', number: 1234 });
    expect(Object.keys(workers.cells)[0]).to.match(/^D\d+$/);
    const [refused] = printed.refused;
    expect(refused.faults[0]).to.include({ code: 'yesOrNo' });
    expect(refused.faults[0].cell).to.match(/^D\d+$/);
  });

  it('refuses in one line what is no form, and arguments that are none', async () => {
    for (const [args, input] of [
      [['sheet', 'read', '-'], 'a,b\n1,2\n'],
      [['sheet', 'read', '-'], '%PDF-1.7'],
      [['sheet', 'read', 'no-such-file.xlsx'], ''],
      [['sheet', 'template', '--form', 'X'], ''],
      [['sheet', 'write'], ''],
    ] as const) {
      const { code, stderr } = await runCommand(args, input);
      expect(code).to.equal(2);
      expect(stderr).to.match(/ \| .*[가-힣]/);
    }
  });
});

describe('onsil xlsform', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onsil-xlsform-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const form = (type: string) =>
    xlsxTables([
      {
        name: 'survey',
        header: ['type', 'name', 'label::Korean (ko)', 'label::English (en)'],
        rows: [
          ['begin_group', 'boilers', '보일러', 'Boilers'],
          [type, 'boiler-count', '보일러는 몇 대입니까?', 'How many boilers?'],
          ['integer', 'burner-count', '버너는 몇 개입니까?', 'How many burners?'],
          ['end_group', 'boilers', null, null],
        ],
      },
    ]);

  it('writes the sections of a form', async () => {
    const { code, stdout, stderr } = await runCommand(['xlsform', 'import', '-', '--out', folder], Buffer.from(await form('integer')));
    expect(code, stderr).to.equal(0);
    expect(stdout).to.equal(`${join(folder, 'a-boilers.yaml')}\n`);
    expect(await readFile(join(folder, 'a-boilers.yaml'), 'utf8'))
      .to.include('id: boiler-count')
      .and.include('wholeNumber: true');
  });

  it('writes nothing of a form that is partly outside of what is read, unless it is told to', async () => {
    const bytes = Buffer.from(await form('geopoint'));
    const out = join(folder, 'partly');
    const refused = await runCommand(['xlsform', 'import', '-', '--out', out], bytes);
    expect(refused.code).to.equal(2);
    expect(refused.stderr).to.include('survey!A3: The type "geopoint"');
    expect(await readdir(folder)).to.not.include('partly');
    const partly = await runCommand(['xlsform', 'import', '-', '--out', out, '--partial'], bytes);
    expect(partly.code).to.equal(2);
    expect(await readFile(join(out, 'a-boilers.yaml'), 'utf8'))
      .to.include('burner-count')
      .and.not.include('boiler-count');
  });
});
