import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { repositoryRoot } from '../../server/root.js';
import { Browser } from '../support/http-client.js';
import { onsil } from '../support/onsil-process.js';
import { type SiteProcess, startSiteProcess } from '../support/site-process.js';

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

  it('says where it is and how to get in: a link for each of six examples', async () => {
    expect(site.announced).to.match(/http:\/\/127\.0\.0\.1:\d+\n/);
    expect(site.links).to.have.length(6);
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
    expect(code).to.equal(78);
    expect(stderr.trimEnd().split('\n')).to.have.length(2);
  });

  it('refuses a folder it may not use, by its name', async () => {
    const { code, stderr } = await onsil(['serve'], { ...env(), PORT: '0', DATA_DIR: join(repositoryRoot, 'package.json') });
    expect(code).to.equal(78);
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
    const { pathname } = new URL(invited.stdout.trim());
    expect((await browser.post(pathname)).status).to.equal(422);
    expect((await browser.post(pathname, { businessNumber: '124-81-00998' })).status).to.equal(303);
    const home = await browser.get('/responses');
    expect(home.text).to.include('한빛주물');
  });

  it('prints a link to the address at which the site runs, and its last day in Korea time', async () => {
    const listed = await onsil(['establishment', 'list'], env());
    const id = listed.stdout.split('\t')[0] ?? '';
    const invited = await onsil(['invite', id], env());
    expect(invited.stdout).to.match(new RegExp(`^${site.base}/enter/\\S+\n$`));
    expect(invited.stderr).to.match(
      /^works once, until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \(Korea time\) \| .*\(한국시각\)까지 한 번 쓸 수 있습니다\n$/,
    );
    const named = await onsil(['invite', id, '--base-url', 'https://survey.example.kr'], env());
    expect(named.stdout).to.match(/^https:\/\/survey\.example\.kr\/enter\//);
  });

  it('says that the folder is shared when a second site starts on it, and that its example links replace those of the first', async () => {
    const second = await startSiteProcess(env());
    try {
      expect(second.announced).to.include(
        `shared with a site that runs already | 이미 실행 중인 사이트와 자료 폴더를 함께 씁니다: ${site.base}\n`,
      );
      expect(second.announced).to.match(/are replaced by those below\.\n.*바뀌었습니다/);
      const [link = ''] = second.links;
      expect((await new Browser(site.base).post(link, { businessNumber: second.numberFor(link) })).status).to.equal(303);
    } finally {
      expect(await second.stop()).to.equal(0);
    }
    expect((await new Browser(site.base).get('/')).status).to.be.below(500);
  });

  it('assumes an address only with a note, once no site runs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onsil-serve-'));
    const stopped = await startSiteProcess({ DATA_DIR: folder, MONGODB_URI: '' });
    const killed = await startSiteProcess({ DATA_DIR: folder, MONGODB_URI: '', ONSIL_DEMO: '0' });
    await killed.kill();
    expect(await stopped.stop()).to.equal(0);
    const listed = await onsil(['establishment', 'list'], { DATA_DIR: folder, MONGODB_URI: '' });
    const id = listed.stdout.split('\t')[0] ?? '';
    const invited = await onsil(['invite', id], { DATA_DIR: folder, MONGODB_URI: '', PORT: '3210' });
    expect(invited.stdout).to.match(/^http:\/\/127\.0\.0\.1:3210\/enter\//);
    expect(invited.stderr).to.match(/note: no running site .* --base-url .* \| .*[가-힣]/);
    await rm(folder, { recursive: true, force: true });
  });

  it('invites no establishment that is not there', async () => {
    const { code, stdout, stderr } = await onsil(['invite', 'nobody'], env());
    expect([code, stdout]).to.deep.equal([2, '']);
    expect(stderr).to.match(/"nobody".* \| .*[가-힣]/);
  });

  it('writes its log as JSON lines on stderr, and nothing of what was typed', async () => {
    const browser = new Browser(site.base);
    const link = site.links[2] ?? '';
    await browser.post(link, { businessNumber: site.numberFor(link) });
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

  it('takes no options: settings are the environment', async () => {
    const { code, stderr } = await onsil(['serve', '--port', '8080'], env());
    expect([code, stderr]).to.deep.equal([
      2,
      'serve: there is no option --port | --port 선택 사항은 없습니다: npx --no onsil serve --help\n',
    ]);
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
