import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { baseUrlOf, readConfig, WrongConfig } from '../server/config.js';

const linesOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof WrongConfig) return error.lines;
    throw error;
  }
  return [];
};

describe('the settings', () => {
  it('have a default each', () => {
    const { dataDir, auditAnchor, ...rest } = readConfig({});
    expect(auditAnchor).to.equal(join(dataDir, 'audit-head'));
    expect(rest).to.deep.equal({
      host: '127.0.0.1',
      port: 3000,
      mongodbUri: null,
      demo: true,
      baseUrl: null,
      logLevel: 'info',
      tls: null,
      trustedProxies: [],
      metricsPort: null,
      identity: null,
      mail: null,
    });
    expect(dataDir).to.match(/[\\/]data$/);
  });

  it('count as not set when they are empty', () => {
    expect(readConfig({ PORT: '', MONGODB_URI: ' ' })).to.deep.equal(readConfig({}));
  });

  it('are refused all at once, a line for each in both languages', () => {
    const lines = linesOf({
      PORT: '70000',
      HOST: 'a b',
      MONGODB_URI: 'postgres://x',
      ONSIL_DEMO: 'yes',
      ONSIL_BASE_URL: 'x',
      ONSIL_LOG_LEVEL: 'loud',
    });
    expect(lines.map((line) => line.split(':')[0])).to.deep.equal([
      'PORT',
      'HOST',
      'MONGODB_URI',
      'ONSIL_DEMO',
      'ONSIL_BASE_URL',
      'ONSIL_LOG_LEVEL',
    ]);
    for (const line of lines) expect(line).to.match(/ \| .*[가-힣]/);
  });

  it('want certificate and key together, an address that goes with them, networks that are such, and two different ports', () => {
    const namesOf = (env: Record<string, string>) => linesOf(env).map((line) => line.split(':')[0]);
    expect(namesOf({ ONSIL_TLS_CERT: 'server.crt' })).to.deep.equal(['ONSIL_TLS_KEY']);
    expect(namesOf({ ONSIL_TLS_KEY: 'server.key' })).to.deep.equal(['ONSIL_TLS_CERT']);
    const tls = { ONSIL_TLS_CERT: 'server.crt', ONSIL_TLS_KEY: 'server.key' };
    expect(namesOf({ ...tls, ONSIL_BASE_URL: 'http://survey.example.kr' })).to.deep.equal(['ONSIL_BASE_URL']);
    expect(readConfig(tls).tls?.certFile).to.match(/^\/.*server\.crt$/);
    const networks = { ONSIL_TRUSTED_PROXIES: '10.0.0.0/8, ::1, nonsense, 10.0.0.1/33, 1.2.3.4/x' };
    expect(namesOf(networks)).to.deep.equal(Array.from({ length: 3 }, () => 'ONSIL_TRUSTED_PROXIES'));
    expect(readConfig({ ONSIL_TRUSTED_PROXIES: '10.0.0.0/8,::1' }).trustedProxies).to.deep.equal(['10.0.0.0/8', '::1']);
    expect(namesOf({ PORT: '3000', ONSIL_METRICS_PORT: '3000' })).to.deep.equal(['ONSIL_METRICS_PORT']);
    expect(readConfig({ ONSIL_METRICS_PORT: '9100' }).metricsPort).to.equal(9100);
  });

  it('know where mail goes and who it comes from, both or neither', () => {
    const namesOf = (env: Record<string, string>) => linesOf(env).map((line) => line.split(':')[0]);
    expect(namesOf({ ONSIL_SMTP_URL: 'smtp://mail.example.kr' })).to.deep.equal(['ONSIL_MAIL_FROM']);
    expect(namesOf({ ONSIL_MAIL_FROM: 'survey@example.kr' })).to.deep.equal(['ONSIL_SMTP_URL']);
    expect(namesOf({ ONSIL_SMTP_URL: 'http://mail.example.kr', ONSIL_MAIL_FROM: 'a b@c' })).to.deep.equal([
      'ONSIL_SMTP_URL',
      'ONSIL_MAIL_FROM',
    ]);
    const set = { ONSIL_SMTP_URL: 'smtps://u:p@mail.example.kr', ONSIL_MAIL_FROM: 'survey@example.kr' };
    expect(readConfig(set).mail).to.deep.equal({ url: 'smtps://u:p@mail.example.kr', from: 'survey@example.kr' });
  });

  it('want an identity provider whole, over https, with the address it sends people back to', () => {
    const namesOf = (env: Record<string, string>) => linesOf(env).map((line) => line.split(':')[0]);
    const whole = { ONSIL_OIDC_ISSUER: 'https://id.example.kr', ONSIL_OIDC_CLIENT_ID: 'onsil', ONSIL_OIDC_CLIENT_SECRET: 's' };
    const base = { ONSIL_BASE_URL: 'https://survey.example.kr' };
    expect(readConfig({ ...whole, ...base }).identity).to.deep.equal({
      issuer: 'https://id.example.kr',
      clientId: 'onsil',
      clientSecret: 's',
    });
    expect(namesOf(whole)).to.deep.equal(['ONSIL_BASE_URL']);
    expect(namesOf({ ...base, ONSIL_OIDC_CLIENT_ID: 'onsil' })).to.deep.equal(['ONSIL_OIDC_ISSUER', 'ONSIL_OIDC_CLIENT_SECRET']);
    for (const issuer of ['http://id.example.kr', 'id.example.kr', 'http://localhost.evil.example'])
      expect(namesOf({ ...whole, ...base, ONSIL_OIDC_ISSUER: issuer }), issuer).to.deep.equal(['ONSIL_OIDC_ISSUER']);
  });

  it('read the address of a database from a file, where it has a password', () => {
    const folder = mkdtempSync(join(tmpdir(), 'onsil-config-'));
    const file = join(folder, 'uri');
    writeFileSync(file, 'mongodb://user:hunter2@host/db\n');
    expect(readConfig({ MONGODB_URI_FILE: file }).mongodbUri).to.equal('mongodb://user:hunter2@host/db');
    expect(linesOf({ MONGODB_URI_FILE: file, MONGODB_URI: 'mongodb://host' })).to.have.length(1);
    expect(linesOf({ MONGODB_URI_FILE: join(folder, 'none') })[0]).to.include('ENOENT');
    rmSync(folder, { recursive: true });
  });

  it('refuse a port that is no whole number', () => {
    for (const port of ['3000.5', '-1', '0x10', '1e3', 'http', '65536']) expect(linesOf({ PORT: port }), port).to.have.length(1);
    expect(readConfig({ PORT: '0' }).port).to.equal(0);
  });

  it('do not repeat the address of a database, which may hold a password', () => {
    expect(linesOf({ MONGODB_URI: 'mongo://user:hunter2@host/db' }).join()).not.to.include('hunter2');
  });

  it('name the address browsers use', () => {
    expect(baseUrlOf(readConfig({ ONSIL_BASE_URL: 'https://survey.example.kr/' }), 3000)).to.equal('https://survey.example.kr');
    expect(baseUrlOf(readConfig({ HOST: '::1' }), 3001)).to.equal('http://[::1]:3001');
  });
});
