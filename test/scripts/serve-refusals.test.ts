import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { onsil } from '../support/onsil-process.js';
import { startSiteProcess } from '../support/site-process.js';

const isRoot = process.getuid?.() === 0;
/** A user who owns nothing; without root's rights the tests run as such a one already. */
const nobody = isRoot ? { user: 65_534 } : {};

/** Processes that name a folder on their command line. */
const processesOf = (folder: string): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch (error) {
      // It ended between the list and the look.
      if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
  });

describe('onsil serve on a folder that cannot be used', function () {
  this.timeout(60_000);
  let folder: string;
  const env = (dataDir = folder) => ({ DATA_DIR: dataDir, MONGODB_URI: '', PORT: '0', ONSIL_DEMO: '0' });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onsil-folder-'));
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  it('names a damaged file and the way out, in one line, and leaves no process', async () => {
    writeFileSync(join(folder, 'store.mdb'), 'abc');
    const { code, stdout, stderr } = await onsil(['serve'], env());
    expect([code, stdout]).to.deep.equal([1, '']);
    expect(stderr).not.to.match(/^\s+at /m);
    expect(stderr)
      .to.include(`${join(folder, 'store.mdb')} is damaged`)
      .and.to.include('restore a backup')
      .and.to.include('DATA_DIR=');
    expect(stderr).to.match(/ \| .*백업/);
    expect(processesOf(folder)).to.deep.equal([]);
  });

  it('names a folder this user may not write to', async () => {
    chmodSync(folder, 0o555);
    const { code, stderr } = await onsil(['serve'], env(), nobody);
    expect(code).to.equal(78);
    expect(stderr).to.match(/^DATA_DIR \S+ cannot be used \(EACCES\): this user may not write there\. .* \| .*쓰기 권한이 없습니다/m);
    expect(stderr).not.to.match(/^\s+at /m);
  });

  it('names a folder that cannot be made, as below /proc', async () => {
    const { code, stderr } = await onsil(['serve'], env('/proc/onsil'));
    expect(code).to.equal(78);
    expect(stderr).to.match(/^DATA_DIR \/proc\/onsil cannot be used \(ENOENT\): no folder can be made there\. .* \| .*[가-힣]/m);
  });

  it('serves a folder with a percent sign in its name', async () => {
    const site = await startSiteProcess(env(join(folder, '50%')));
    expect(await site.stop()).to.equal(0);
  });

  for (const stopAfterMs of [700, 1_100, 1_500])
    it(`stops in order when it is asked ${stopAfterMs} ms after its start, and leaves no process`, async () => {
      const { code, stderr } = await onsil(['serve'], { ...env(), ONSIL_DEMO: '1' }, { stopAfterMs });
      expect(code, stderr).to.be.oneOf([0, null]);
      expect(stderr).not.to.match(/^\s+at /m);
      expect(processesOf(folder)).to.deep.equal([]);
    });
});
