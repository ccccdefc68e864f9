import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { repositoryRoot } from '../../server/root.js';
import { Browser } from '../support/http-client.js';
import { type SiteProcess, startSiteProcess } from '../support/site-process.js';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const onsil = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> =>
  new Promise((resolve) => {
    const launcher = join(repositoryRoot, 'bin', 'onsil.mjs');
    execFile(process.execPath, [launcher, ...args], { env: { ...process.env, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });

describe('onsil serve', function () {
  // Each case starts processes, on whatever else the machine is doing.
  this.timeout(60_000);
  let dataDir: string;
  let site: SiteProcess;
  const env = () => ({ DATA_DIR: dataDir, MONGODB_URI: '' });

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'onsil-serve-'));
    site = await startSiteProcess(env());
  });
  after(async () => {
    await site.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('says where it is and how to get in: a link for each of five examples', async () => {
    expect(site.announced).to.match(/http:\/\/127\.0\.0\.1:\d+\n/);
    expect(site.links).to.have.length(5);
    expect((await new Browser(site.base).get(site.links[0] ?? '')).status).to.equal(200);
  });

  it('refuses a port that is taken with a sentence, and leaves the running site as it is', async () => {
    const { code, stderr } = await onsil(['serve'], { ...env(), PORT: new URL(site.base).port });
    expect(code).to.equal(2);
    expect(stderr).to.match(/^Port \d+ on 127\.0\.0\.1 is taken .* \| .*[가-힣]/);
    expect((await new Browser(site.base).get(site.links[1] ?? '')).status).to.equal(200);
  });

  it('refuses wrong settings, a line each', async () => {
    const { code, stderr } = await onsil(['serve'], { ...env(), PORT: 'http', ONSIL_DEMO: 'maybe' });
    expect(code).to.equal(2);
    expect(stderr.trimEnd().split('\n')).to.have.length(2);
  });

  it('refuses a folder it may not use, by its name', async () => {
    const { code, stderr } = await onsil(['serve'], { ...env(), PORT: '0', DATA_DIR: join(repositoryRoot, 'package.json') });
    expect(code).to.equal(2);
    expect(stderr).to.match(/^DATA_DIR .*package\.json cannot be used .* \| .*[가-힣]/);
  });

  it('lets an establishment be added and invited while it runs', async () => {
    const added = await onsil(['establishment', 'add', '--name', '한빛주물', '--business-number', '124-81-00998'], env());
    expect(added.code, added.stderr).to.equal(0);
    const id = added.stdout.trim();
    const listed = await onsil(['establishment', 'list'], env());
    expect(listed.stdout).to.include(`${id}\t1248100998\t한빛주물\n`);
    const invited = await onsil(['invite', id, '--base-url', site.base], env());
    expect(invited.code, invited.stderr).to.equal(0);
    const browser = new Browser(site.base);
    expect((await browser.post(new URL(invited.stdout.trim()).pathname)).status).to.equal(303);
    const home = await browser.get('/responses');
    expect(home.text).to.include('한빛주물');
  });

  it('invites no establishment that is not there', async () => {
    const { code, stdout, stderr } = await onsil(['invite', 'nobody'], env());
    expect([code, stdout]).to.deep.equal([2, '']);
    expect(stderr).to.match(/"nobody".* \| .*[가-힣]/);
  });

  it('writes its log as JSON lines on stderr, and nothing of what was typed', async () => {
    const browser = new Browser(site.base);
    await browser.post(site.links[2] ?? '');
    await browser.get(`/responses?${encodeURIComponent('비밀')}=${encodeURIComponent('값')}`);
    const lines = site.logged().trimEnd().split('\n');
    for (const line of lines) expect(JSON.parse(line), line).to.have.property('msg');
    expect(site.logged()).not.to.include(site.links[2]?.split('/').at(-1));
    expect(site.logged()).not.to.include('비밀').and.not.to.include(encodeURIComponent('비밀'));
  });

  it('stops in order on Ctrl+C, which npm sends it a second time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onsil-serve-'));
    const interrupted = await startSiteProcess({ DATA_DIR: folder, MONGODB_URI: '', ONSIL_DEMO: '0' });
    const ended = once(interrupted.process, 'exit');
    interrupted.process.kill('SIGINT');
    interrupted.process.kill('SIGINT');
    expect(await ended).to.deep.equal([0, null]);
    await rm(folder, { recursive: true, force: true });
  });

  it('starts without examples when told to, and then says how to begin', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onsil-serve-'));
    const plain = await startSiteProcess({ DATA_DIR: folder, MONGODB_URI: '', ONSIL_DEMO: '0' });
    try {
      expect(plain.links).to.deep.equal([]);
      expect(plain.announced).to.include('onsil establishment add').and.to.include('onsil invite');
    } finally {
      expect(await plain.stop()).to.equal(0);
      await rm(folder, { recursive: true, force: true });
    }
  });
});
