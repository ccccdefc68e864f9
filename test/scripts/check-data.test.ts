import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { dataFolders } from '../../server/catalog/data-folders.js';
import { repositoryRoot } from '../../server/root.js';
import { runCommand } from '../support/run-command.js';

describe('onsil check-data', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'onsil-data-'));
    for (const folder of dataFolders) cpSync(join(repositoryRoot, folder), join(copy, folder), { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  const spoil = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(copy, file), 'utf8');
    expect(text, `${file} holds what is to be spoiled`).to.include(from);
    writeFileSync(join(copy, file), text.replace(from, to));
  };

  it('accepts the packages as they are and says what they hold', async () => {
    const { code, stdout, stderr } = await runCommand(['check-data', copy]);
    expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('warning:'))).to.deep.equal([]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^emission-factors: \d+ fuels/);
  });

  const spoiled: readonly (readonly [string, string, string, string])[] = [
    ['a factor set that names no revision', 'emission-factors/factor-sets.yaml', 'grid: elec.2024.cons', 'grid: elec.nowhere'],
    ['a fuel given twice', 'emission-factors/fuels.yaml', '- id: kerosene', '- id: gasoline'],
    ['an unknown key', 'emission-factors/fuels.yaml', '  state: liquid', '  stat: liquid'],
  ];
  for (const [what, file, from, to] of spoiled) {
    it(`refuses ${what}, naming the file`, async () => {
      spoil(file, from, to);
      const { code, stderr } = await runCommand(['check-data', copy]);
      expect(code).to.equal(2);
      expect(stderr).to.include(file);
    });
  }

  it('warns of a record whose review is overdue', async () => {
    writeFileSync(join(copy, 'emission-factors', 'note.yaml'), '- { id: old-note, reviewBy: "2001-01-01" }\n');
    const { code, stderr } = await runCommand(['check-data', copy]);
    expect(code).to.equal(0);
    expect(stderr).to.match(/warning: .*note\.yaml: old-note/);
  });
});
