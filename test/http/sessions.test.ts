import { expect } from 'chai';
import { createInvitation } from '../../server/operations/create-invitation.js';
import { absoluteLifetimeMs, idleLifetimeMs } from '../../server/operations/session-lifetime.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

describe('a session', () => {
  let served: ServedSite;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());

  const entered = async () => {
    const { establishment } = await served.establishment();
    return { establishment, browser: await served.signedIn(establishment.id) };
  };

  it('is 256 random bits in a cookie that scripts cannot read', async () => {
    const { establishment } = await served.establishment();
    const { secret } = await createInvitation(served.site, establishment.id, 'letter');
    const reply = await served.browser().post(`/enter/${secret}`);
    expect(reply.headers['set-cookie']?.[0]).to.match(/^onsil-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('is kept by its hash alone', async () => {
    const { browser } = await entered();
    const secret = browser.cookies.get('onsil-session') ?? '';
    expect(await served.site.store.sessions.byId(secret)).to.equal(null);
  });

  it('ends when nothing was asked for too long', async () => {
    const { browser } = await entered();
    served.clock.pass(idleLifetimeMs - 1000);
    expect((await browser.get('/responses')).status).to.equal(200);
    served.clock.pass(idleLifetimeMs - 1000);
    expect((await browser.get('/responses')).status).to.equal(200);
    served.clock.pass(idleLifetimeMs + 1000);
    expect((await browser.get('/responses')).status).to.equal(401);
  });

  it('ends after its longest time, however busy', async () => {
    const { browser } = await entered();
    for (let passed = 0; passed < absoluteLifetimeMs - idleLifetimeMs / 2; passed += idleLifetimeMs / 2) {
      expect((await browser.get('/responses')).status).to.equal(200);
      served.clock.pass(idleLifetimeMs / 2);
    }
    expect((await browser.get('/responses')).status).to.equal(200);
    served.clock.pass(idleLifetimeMs / 2);
    expect((await browser.get('/responses')).status).to.equal(401);
  });

  it('ends with signing out, for every copy of the cookie', async () => {
    const { browser } = await entered();
    const copy = served.browser();
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect((await browser.post('/sign-out')).status).to.equal(303);
    expect(browser.cookies.has('onsil-session')).to.equal(false);
    expect((await copy.get('/responses')).status).to.equal(401);
  });

  it('is a new one at every entrance: one planted beforehand stays worthless, the earlier one ends', async () => {
    const { browser, establishment } = await entered();
    const before = browser.cookies.get('onsil-session') ?? '';
    const { secret } = await createInvitation(served.site, establishment.id, 'letter');
    await browser.post(`/enter/${secret}`);
    expect(browser.cookies.get('onsil-session')).not.to.equal(before);
    const copy = served.browser();
    copy.cookies.set('onsil-session', before);
    expect((await copy.get('/responses')).status).to.equal(401);
  });

  it('that ended in the middle of a form gives back what was typed, ready to send again', async () => {
    const { browser } = await entered();
    browser.cookies.clear();
    const reply = await browser.post('/responses/1/sections/B', { 'establishment-name': '온실 <주물> "1"', _revision: '3' });
    expect(reply.status).to.equal(401);
    expect(reply.text).to.include('name="establishment-name"').and.to.include('온실 &lt;주물&gt; &quot;1&quot;');
    expect(reply.text).to.include('name="_revision"').and.to.include('action="/responses/1/sections/B"');
  });

  it('over https is in a cookie that the browser sends over https alone', async () => {
    const secure = await serveTestSite({ baseUrl: 'https://survey.example.kr' });
    try {
      const { establishment } = await secure.establishment();
      const { secret } = await createInvitation(secure.site, establishment.id, 'letter');
      const reply = await secure.browser().post(`/enter/${secret}`);
      expect(reply.headers['set-cookie']?.[0]).to.match(
        /^__Host-onsil-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(reply.headers['strict-transport-security']).to.equal('max-age=31536000');
    } finally {
      await secure.close();
    }
  });
});
