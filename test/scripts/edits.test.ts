import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { freshDatabase } from '../support/fresh-database.js';
import { type Ended, onsil } from '../support/onsil-process.js';

describe('onsil edits', function () {
  // Each case starts processes, on whatever else the machine is doing.
  this.timeout(60_000);
  let dataDir: string;
  const database = freshDatabase();
  const run = (...args: string[]): Promise<Ended> => onsil(args, { DATA_DIR: dataDir, MONGODB_URI: database?.uri ?? '' });

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'onsil-edits-'));
  });
  after(async () => {
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('says which round there is not', async () => {
    const counted = await run('edits', 'cells', '--round', 'sme-factory-2026');
    // No round was opened in this folder: the site opens them when it serves.
    expect([counted.code, counted.stdout]).to.deep.equal([2, '']);
    expect(counted.stderr).to.match(/sme-factory-2026.+ \| .*회차가 없습니다/);
  });

  it('refuses wrong use with a line in both languages, and helps', async () => {
    const wrong = await Promise.all([
      run('edits'),
      run('edits', 'hb', '--round', 'r'),
      run('edits', 'hb', '--round', 'r', '--reason', '확인 전화', '--c', '-3'),
    ]);
    for (const { code, stderr } of wrong) {
      expect(code).to.equal(2);
      expect(stderr).to.match(/^edits: .+ \| .*\p{Script=Hangul}/u);
    }
    expect((await run('edits', '--help')).stdout).to.include('Hidiroglou and Berthelot');
  });
});
