import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { totpCode } from '../../server/identity/totp.js';
import { Browser } from '../support/http-client.js';
import { runCommand } from '../support/run-command.js';
import { type SiteProcess, startSiteProcess } from '../support/site-process.js';

const password = '푸른 바다 위 고래 셋';

describe('onsil admin', function () {
  // A process is started, on whatever else the machine is doing.
  this.timeout(60_000);
  let dataDir: string;
  let site: SiteProcess;
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'onsil-admin-'));
    site = await startSiteProcess({ DATA_DIR: dataDir, MONGODB_URI: '', ONSIL_DEMO: '0' });
  });
  after(async () => {
    await site.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const admin = (args: readonly string[], input = '') =>
    runCommand(['admin', ...args], input, { DATA_DIR: dataDir, MONGODB_URI: '', ONSIL_BASE_URL: site.base });

  /** Signs in and sets the second factor up. */
  const enter = async (loginName: string, typed: string) => {
    const browser = new Browser(site.base);
    const reply = await browser.post('/sign-in', { loginName, password: typed });
    return { status: reply.status, browser };
  };

  it('makes the first administrator, who chooses a password by a link and sets a second factor up', async () => {
    const made = await admin(['create', 'kim', '--name', '김관리']);
    expect(made.code, made.stderr).to.equal(0);
    expect(made.stdout).to.match(new RegExp(`^${site.base}/choose-password/[\\w-]{43}\n$`));
    expect((await enter('kim', '')).status, 'before a password is chosen').to.equal(401);
    const { pathname } = new URL(made.stdout.trim());
    const page = await new Browser(site.base).get(pathname);
    expect(page.text).to.include('김관리').and.include('kim');
    const weak = await new Browser(site.base).post(pathname, { password: 'password1', again: 'password1' });
    expect(weak.status).to.equal(422);
    const chosen = await new Browser(site.base).post(pathname, { password, again: password });
    expect(chosen.status, chosen.text).to.equal(200);
    expect((await new Browser(site.base).post(pathname, { password, again: password })).status, 'a second time').to.equal(410);

    const { browser } = await enter('kim', password);
    const enrol = await browser.get('/sign-in/enrol');
    const secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(enrol.text)?.[1]?.replaceAll(' ', '') ?? '';
    expect((await browser.post('/sign-in/enrol', { code: totpCode(secret, new Date()) })).status).to.equal(200);
    expect((await browser.get('/work')).text).to.include('시스템 관리자');
  });

  it('takes a password from stdin, and refuses a bad one', async () => {
    const made = await admin(['create', 'lee', '--name', '이관리', '--password-stdin'], `${password}\n`);
    expect([made.code, made.stdout]).to.deep.equal([0, '']);
    expect((await enter('lee', password)).status).to.equal(303);
    const bad = await admin(['create', 'park', '--name', '박관리', '--password-stdin'], 'password1\n');
    expect(bad.code).not.to.equal(0);
    expect(bad.stderr).to.match(/ \| .*[가-힣]/);
  });

  it('lets somebody in again by a link, and takes a lost second factor away', async () => {
    await admin(['create', 'choi', '--name', '최관리', '--password-stdin'], `${password}\n`);
    const link = await admin(['link', 'choi']);
    expect(link.stdout).to.match(/\/choose-password\//);
    const reset = await admin(['reset-factor', 'choi']);
    expect(reset.code, reset.stderr).to.equal(0);
    expect((await admin(['link', 'nobody'])).code).not.to.equal(0);
  });

  it('says what is missing or taken, in both languages', async () => {
    for (const args of [
      [],
      ['create'],
      ['create', 'x y', '--name', '가'],
      ['create', 'jung'],
      ['remove', 'kim'],
      ['create', 'kim', '--name', '김관리'],
    ]) {
      const { code, stdout, stderr } = await admin(args);
      expect([code === 0, stdout], args.join(' ')).to.deep.equal([false, '']);
      expect(stderr, args.join(' ')).to.match(/ \| .*[가-힣]/);
    }
  });

  it('leaves no way in where nothing was made: there is no default account', async () => {
    for (const [loginName, typed] of [
      ['admin', 'admin'],
      ['admin', ''],
      ['administrator', 'password'],
      ['onsil', 'onsil'],
      ['root', 'root'],
    ] as const)
      expect((await enter(loginName, typed)).status, loginName).to.equal(401);
  });
});
