import type { IncomingHttpHeaders } from 'node:http';
import { expect } from 'chai';
import { assertSameOrigin } from '../../server/http/same-origin.js';
import { Problem } from '../../server/problem/problem.js';

const passes = (headers: IncomingHttpHeaders, baseUrl: string | null = null): boolean => {
  try {
    assertSameOrigin(headers, baseUrl);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'crossSite') return false;
    throw error;
  }
};

const host = '192.168.0.7:3000';

describe('a request that changes something', () => {
  it('passes when the browser says that a page of this site sent it', () => {
    expect(passes({ host, 'sec-fetch-site': 'same-origin' })).to.equal(true);
  });

  it('is refused when the browser says that another site did, or nobody', () => {
    for (const site of ['cross-site', 'same-site', 'none', 'nonsense'])
      expect(passes({ host, 'sec-fetch-site': site, origin: `http://${host}` }), site).to.equal(false);
  });

  it('passes by its origin where the browser says no more, as over plain http in a local network', () => {
    expect(passes({ host, origin: `http://${host}` })).to.equal(true);
  });

  it('is refused when its origin is another, hidden, or missing', () => {
    for (const origin of ['http://evil.example', `https://${host}`, 'http://192.168.0.7', 'null', '', `http://${host}.evil.example`])
      expect(passes({ host, origin }), origin).to.equal(false);
    expect(passes({ host })).to.equal(false);
    expect(passes({ origin: 'http://' })).to.equal(false);
  });

  it('is held against the configured address behind a proxy, whatever host the proxy names', () => {
    const behind = { host: '10.0.0.5:8080' };
    expect(passes({ ...behind, origin: 'https://survey.example.kr' }, 'https://survey.example.kr')).to.equal(true);
    expect(passes({ ...behind, origin: 'http://10.0.0.5:8080' }, 'https://survey.example.kr')).to.equal(false);
  });
});
