import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { freshDatabase } from '../support/fresh-database.js';
import { type Ended, onsil } from '../support/onsil-process.js';

describe('onsil audit', function () {
  // Each case starts processes, on whatever else the machine is doing.
  this.timeout(60_000);
  let dataDir: string;
  const database = freshDatabase();
  const run = (...args: string[]): Promise<Ended> => onsil(args, { DATA_DIR: dataDir, MONGODB_URI: database?.uri ?? '' });
  const anchor = () => join(dataDir, 'audit-head');

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'onsil-audit-'));
    const added = await run('establishment', 'add', '--name', '한빛주물');
    expect((await run('invite', added.stdout.trim())).code).to.equal(0);
  });
  after(async () => {
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('verifies what commands wrote, whose head stands beside the database', async () => {
    const { code, stdout } = await run('audit', 'verify', '--lang', 'en');
    expect([code, stdout]).to.deep.equal([
      0,
      'The audit log is sound: 1 entries, the last is number 1.\nThe last number written down outside of the database: 1.\n',
    ]);
    expect(await readFile(anchor(), 'utf8')).to.match(/^1 [0-9a-f]{64}\n$/);
  });

  it('fails with 1 when the database is behind its anchor, until somebody says why it was anchored anew', async () => {
    const kept = await readFile(anchor(), 'utf8');
    await writeFile(anchor(), `9 ${'a'.repeat(64)}\n`);
    const cut = await run('audit', 'verify');
    expect(cut.code).to.equal(1);
    expect(cut.stdout).to.include('2번부터 9번까지 없습니다');
    expect((await run('audit', 'anchor')).code).to.equal(2);
    expect((await run('audit', 'anchor', '--reason', '백업을 복원함')).code).to.equal(0);
    const { code, stdout } = await run('audit', 'verify');
    expect(code).to.equal(0);
    expect(stdout).to.include('사유: 백업을 복원함');
    expect(await readFile(anchor(), 'utf8')).not.to.equal(kept);
  });

  it('prints the review of a month', async () => {
    const month = new Date(Date.now() + 9 * 60 * 60 * 1000).toISOString().slice(0, 7);
    const { code, stdout } = await run('audit', 'review', '--month', month);
    expect(code).to.equal(0);
    expect(stdout).to.include(`# 감사기록 점검 보고서 ${month}`).and.to.include('invitation.create: 1');
  });

  it('refuses wrong use with a line in both languages', async () => {
    for (const args of [
      ['audit'],
      ['audit', 'burn'],
      ['audit', 'review'],
      ['audit', 'review', '--month', '2026-13'],
      ['audit', 'prune', '--before', 'x', '--reason', 'y'],
    ]) {
      const { code, stderr } = await run(...args);
      expect(code, args.join(' ')).to.equal(2);
      expect(stderr).to.match(/ \| .*[가-힣]/);
    }
  });
});
