import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeAuthority, makeServerCertificate } from '../../server/transport/site-authority.js';
import { onsil } from '../support/onsil-process.js';
import { type SiteProcess, startSiteProcess } from '../support/site-process.js';
import { askOverTls } from '../support/tls-client.js';

describe('onsil serve over https', function () {
  this.timeout(60_000);
  let folder: string;
  let site: SiteProcess;
  let ca: string;
  const file = (name: string): string => join(folder, name);
  const env = () => ({ DATA_DIR: file('data'), MONGODB_URI: '', ONSIL_TLS_CERT: file('server.crt'), ONSIL_TLS_KEY: file('server.key') });
  const put = async (authority: { certificate: string; key: string }): Promise<void> => {
    const server = await makeServerCertificate(authority, ['localhost', '127.0.0.1'], new Date());
    writeFileSync(file('server.crt'), server.certificate);
    writeFileSync(file('server.key'), server.key, { mode: 0o600 });
  };
  let authority: { certificate: string; key: string };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onsil-https-'));
    authority = await makeAuthority(['localhost', '127.0.0.1'], new Date());
    ca = authority.certificate;
    await put(authority);
    site = await startSiteProcess({ ...env(), ONSIL_METRICS_PORT: '0' });
  });
  after(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves a client that trusts the authority of the site, with HSTS and a cookie of this host alone', async () => {
    expect(site.base).to.match(/^https:\/\/127\.0\.0\.1:\d+$/);
    const [link = ''] = site.links;
    const page = await askOverTls(site.base, ca, { path: link });
    expect(page.status).to.equal(200);
    expect(page.headers['strict-transport-security']).to.equal('max-age=31536000');
    expect(page.text).not.to.include('암호화되지 않은');
    const entered = await askOverTls(site.base, ca, {
      method: 'POST',
      path: link,
      headers: { origin: site.base, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ businessNumber: site.numberFor(link) }).toString(),
    });
    expect(entered.status).to.equal(303);
    const [cookie = ''] = entered.headers['set-cookie'] ?? [];
    expect(cookie).to.match(/^__Host-onsil-session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('speaks no plain http on that port', async () => {
    const plain = await fetch(site.base.replace('https:', 'http:')).then(
      ({ status }) => String(status),
      () => 'refused',
    );
    expect(plain).to.equal('refused');
  });

  it('takes a renewed certificate on SIGHUP, and keeps the old one when the new one cannot be used', async () => {
    const logged = async (text: string): Promise<void> => {
      while (!site.logged().includes(text)) await once(site.process.stderr as NodeJS.ReadableStream, 'data');
    };
    const { serial: first } = await askOverTls(site.base, ca, { path: '/healthz' });
    await put(authority);
    site.process.kill('SIGHUP');
    await logged('certificate and key were read again');
    const { serial: second } = await askOverTls(site.base, ca, { path: '/healthz' });
    expect(second).not.to.equal(first);
    writeFileSync(file('server.key'), 'damaged');
    site.process.kill('SIGHUP');
    await logged('the renewed certificate cannot be used');
    expect((await askOverTls(site.base, ca, { path: '/healthz' })).serial).to.equal(second);
    await put(authority);
  });

  it('is not started with a certificate that cannot be used: one line for each fault, exit code 78', async () => {
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{ ONSIL_TLS_CERT: file('none.crt') }, 'ONSIL_TLS_CERT'],
      [{ ONSIL_TLS_KEY: '' }, 'ONSIL_TLS_KEY'],
      [{ ONSIL_BASE_URL: 'http://survey.example.kr' }, 'ONSIL_BASE_URL'],
    ];
    for (const [wrong, named] of cases) {
      const { code, stderr } = await onsil(['serve'], { ...env(), DATA_DIR: file('other'), PORT: '0', ...wrong });
      expect([code, stderr.split(':')[0]]).to.deep.equal([78, named]);
      expect(stderr.trimEnd().split('\n')).to.have.length(1);
      expect(stderr).to.match(/ \| .*[가-힣]/);
    }
    expect(readFileSync(file('server.crt'), 'utf8')).to.include('BEGIN CERTIFICATE');
    chmodSync(file('server.key'), 0o600);
  });
});
