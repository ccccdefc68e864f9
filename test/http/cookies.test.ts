import { expect } from 'chai';
import { cookieToSet, readCookies } from '../../server/http/cookies.js';

describe('cookies', () => {
  it('are read by their whole name', () => {
    expect(readCookies('onsil-session=abc; onsil-language=en', false)).to.deep.equal({
      session: 'abc',
      language: 'en',
      device: null,
      identity: null,
    });
    expect(readCookies('xonsil-session=abc; onsil-session-2=def', false)).to.deep.equal({
      session: null,
      language: null,
      device: null,
      identity: null,
    });
    expect(readCookies(undefined, false)).to.deep.equal({ session: null, language: null, device: null, identity: null });
  });

  it('count for nothing when one is there twice: one of them was planted', () => {
    expect(readCookies('onsil-session=abc; onsil-session=def', false).session).to.equal(null);
  });

  it('over https are only those that the browser vouches for', () => {
    expect(readCookies('onsil-session=planted', true).session).to.equal(null);
    expect(readCookies('__Host-onsil-session=abc', true).session).to.equal('abc');
  });

  it('are out of reach of scripts and of other sites', () => {
    expect(cookieToSet({ name: 'session', value: 'abc' }, true)).to.deep.equal([
      '__Host-onsil-session',
      'abc',
      { httpOnly: true, sameSite: 'lax', secure: true, path: '/' },
    ]);
  });

  it('are removed by a null', () => {
    const [name, value, options] = cookieToSet({ name: 'session', value: null }, false);
    expect([name, value, options.maxAge]).to.deep.equal(['onsil-session', '', 0]);
  });
});
