import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { fingerprint, makeAuthority, makeServerCertificate } from '../../server/transport/site-authority.js';
import { readTls, WrongTls } from '../../server/transport/tls-files.js';
import { type Ended, onsil } from '../support/onsil-process.js';

const now = new Date();

/** What a client that trusts `ca` says of a server with this certificate under this name: "ok", or why not. */
const visit = async (ca: string, tls: { readonly cert: string; readonly key: string }, name: string): Promise<string> => {
  const server = createServer(tls, (_request, response) => void response.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise<string>((resolve) => {
      const asked = request({ host: '127.0.0.1', port, ca, servername: name, headers: { host: name }, agent: false }, (response) => {
        response.resume();
        response.on('end', () => resolve('ok'));
      });
      asked.on('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'UNSPECIFIED' ? error.message : (error.code ?? error.message)),
      );
      asked.end();
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

describe('certificates of a closed network', () => {
  it('are taken by a client that trusts the authority, and by no other', async () => {
    const authority = await makeAuthority(['survey.plant.local', '192.168.0.10'], now);
    const { certificate: cert, key } = await makeServerCertificate(authority, ['survey.plant.local', '192.168.0.10'], now);
    expect(await visit(authority.certificate, { cert, key }, 'survey.plant.local')).to.equal('ok');
    expect(await visit(authority.certificate, { cert, key }, 'other.plant.local')).to.equal('ERR_TLS_CERT_ALTNAME_INVALID');
    const stranger = await makeAuthority(['survey.plant.local'], now);
    expect(await visit(stranger.certificate, { cert, key }, 'survey.plant.local')).to.match(/UNABLE_TO_VERIFY|SELF_SIGNED|CERT_SIGNATURE/);
  });

  it('cannot be made for another site, even with the key of the authority', async () => {
    const authority = await makeAuthority(['survey.plant.local'], now);
    for (const name of ['bank.example.kr', 'plant.local']) {
      const forged = await makeServerCertificate(authority, [name], now);
      expect(await visit(authority.certificate, { cert: forged.certificate, key: forged.key }, name), name).to.equal(
        'permitted subtree violation',
      );
    }
    const address = await makeServerCertificate(authority, ['survey.plant.local', '10.0.0.1'], now);
    expect(await visit(authority.certificate, { cert: address.certificate, key: address.key }, 'survey.plant.local')).to.equal(
      'excluded subtree violation',
    );
  });

  it('are valid no longer than tablets accept', async () => {
    const authority = await makeAuthority(['a.local'], now);
    const server = new X509Certificate((await makeServerCertificate(authority, ['a.local'], now)).certificate);
    const days = (Date.parse(server.validTo) - Date.parse(server.validFrom)) / (24 * 60 * 60 * 1000);
    expect(days).to.be.at.most(825);
    expect(new X509Certificate(authority.certificate).fingerprint256).to.equal(fingerprint(authority.certificate));
  });

  describe('as a server reads them', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'onsil-tls-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const put = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const faultOf = (certFile: string, keyFile: string, at = now): string => {
      try {
        readTls({ certFile, keyFile }, at);
      } catch (error) {
        if (error instanceof WrongTls) return error.message;
        throw error;
      }
      return 'none';
    };

    it('must be there, belong together and not be over', async () => {
      const authority = await makeAuthority(['a.local'], now);
      const server = await makeServerCertificate(authority, ['a.local'], now);
      const cert = put('server.crt', server.certificate);
      const key = put('server.key', server.key);
      expect(faultOf(cert, key)).to.equal('none');
      expect(faultOf(join(folder, 'none'), key))
        .to.include('ONSIL_TLS_CERT')
        .and.to.include('ENOENT');
      expect(faultOf(cert, put('other.key', authority.key)))
        .to.include('ONSIL_TLS_KEY')
        .and.to.include('is not the key of');
      expect(faultOf(put('text.crt', 'no certificate'), key)).to.include('is not a certificate in PEM');
      expect(faultOf(cert, key, new Date(now.getTime() + 1_000 * 24 * 60 * 60 * 1000))).to.include('expired on');
    });
  });
});

describe('onsil tls', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'onsil-tls-')), 'tls');
  });
  after(() => rmSync(join(folder, '..'), { recursive: true }));
  const run = (...args: string[]): Promise<Ended> => onsil(['tls', ...args], {});

  it('makes files whose keys are the owner’s alone, says how tablets are told, and overwrites nothing', async () => {
    const made = await run('init', folder, '--host', 'survey.plant.local', '--host', '192.168.0.10');
    expect(made.code, made.stderr).to.equal(0);
    for (const name of ['authority.key', 'server.key']) expect(statSync(join(folder, name)).mode & 0o777, name).to.equal(0o600);
    expect(made.stderr).to.include('Install a certificate').and.to.include('설치');
    expect(made.stderr).to.include(fingerprint(readFileSync(join(folder, 'authority.crt'), 'utf8')));
    const before = readFileSync(join(folder, 'server.crt'), 'utf8');
    const again = await run('init', folder, '--host', 'survey.plant.local');
    expect(again.code).to.equal(2);
    expect(again.stderr).to.match(/is not overwritten \| .*덮어쓰지 않습니다/);
    expect(readFileSync(join(folder, 'server.crt'), 'utf8')).to.equal(before);
  });

  it('renews the server’s certificate by the same authority', async () => {
    const [before, authority] = ['server.crt', 'authority.crt'].map((name) => readFileSync(join(folder, name), 'utf8'));
    expect((await run('renew', folder, '--host', 'survey.plant.local')).code).to.equal(0);
    expect(readFileSync(join(folder, 'server.crt'), 'utf8')).not.to.equal(before);
    expect(readFileSync(join(folder, 'authority.crt'), 'utf8')).to.equal(authority);
    const tls = { cert: readFileSync(join(folder, 'server.crt'), 'utf8'), key: readFileSync(join(folder, 'server.key'), 'utf8') };
    expect(await visit(authority ?? '', tls, 'survey.plant.local')).to.equal('ok');
  });

  it('refuses names that no browser looks up', async () => {
    for (const name of ['a b', '-a.local', 'a..b', 'https://a.local', 'a_b.local', '1.2.3', ''])
      expect((await run('init', `${folder}-2`, '--host', name)).code, name).to.equal(2);
    expect((await run('init', `${folder}-2`)).code).to.equal(2);
    expect((await run('renew', `${folder}-2`, '--host', 'a.local')).code).to.equal(2);
  });
});
