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
    expect(rest).to.deep.equal({ host: '127.0.0.1', port: 3000, mongodbUri: null, demo: true, baseUrl: null, logLevel: 'info' });
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
