import { expect } from 'chai';
import { openIdentityProvider } from '../../server/identity/identity-provider.js';
import { operator } from '../../server/operations/account-holder.js';
import { linkIdentity } from '../../server/operations/link-identity.js';
import { accountWith } from '../support/account-holders.js';
import type { Browser } from '../support/http-client.js';
import { startIdentityProvider, type TestIdentityProvider } from '../support/identity-provider.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

describe('signing in at an organization', function () {
  // The provider makes its keys first, on whatever else the machine is doing.
  this.timeout(60_000);
  let served: ServedSite;
  let provider: TestIdentityProvider;
  const client = { clientId: 'onsil', clientSecret: 'a secret of this test alone, long enough' };

  before(async () => {
    served = await serveTestSite();
    provider = await startIdentityProvider({
      id: client.clientId,
      secret: client.clientSecret,
      callback: `${served.base}/sign-in/identity/back`,
    });
    Object.assign(served.site, { identityProvider: openIdentityProvider({ issuer: provider.issuer, ...client }) });
  });
  after(async () => {
    await served.close();
    await provider.close();
  });

  /** Goes to the provider as a person and returns the path it sends back to. */
  const vouched = async (browser: Browser, person: string): Promise<string> => {
    provider.person = person;
    const gone = await browser.get('/sign-in/identity');
    expect(gone.status).to.equal(303);
    const back = new URL(await provider.walk(gone.headers.location ?? ''));
    return `${back.pathname}${back.search}`;
  };
  const link = (accountId: string, subject: string) => linkIdentity(served.site, accountId, { issuer: provider.issuer, subject }, operator);

  it('is offered where it is set up', async () => {
    expect((await served.browser().get('/sign-in')).text).to.include('href="/sign-in/identity"');
    const plain = await serveTestSite();
    try {
      expect((await plain.browser().get('/sign-in')).text).not.to.include('/sign-in/identity');
      expect((await plain.browser().get('/sign-in/identity')).status).to.equal(404);
    } finally {
      await plain.close();
    }
  });

  it('lets in whoever an administrator has linked an account with', async () => {
    const { id } = await accountWith(served.site, ['surveyor']);
    await link(id, 'kim');
    const browser = served.browser();
    const reply = await browser.get(await vouched(browser, 'kim'));
    expect([reply.status, reply.headers.location]).to.deep.equal([303, '/work']);
    expect((await browser.get('/work')).status).to.equal(200);
  });

  it('makes no account and gives no role', async () => {
    const before = (await served.site.store.accounts.all()).length;
    const browser = served.browser();
    const reply = await browser.get(await vouched(browser, 'a stranger'));
    expect(reply.status).to.equal(403);
    expect(browser.cookies.has('onsil-session')).to.equal(false);
    expect(await served.site.store.accounts.all()).to.have.length(before);
  });

  it('asks for the second factor where the role needs one', async () => {
    const { id } = await accountWith(served.site, ['administrator']);
    await link(id, 'lee');
    const browser = served.browser();
    await browser.get(await vouched(browser, 'lee'));
    expect((await browser.get('/work')).headers.location).to.equal('/sign-in/enrol');
  });

  it('takes an answer once, from the browser it was begun in alone, and none that is forged', async () => {
    const { id } = await accountWith(served.site, ['surveyor']);
    await link(id, 'park');
    const browser = served.browser();
    const back = await vouched(browser, 'park');
    const stranger = served.browser();
    expect((await stranger.get(back)).status).to.equal(400);
    await stranger.get('/sign-in/identity');
    expect((await stranger.get(back)).status).to.equal(400);
    expect((await browser.get(back.replace(/state=[^&]+/, 'state=forged'))).status).to.equal(400);

    const again = served.browser();
    const fresh = await vouched(again, 'park');
    const memory = again.cookies.get('onsil-identity') ?? '';
    expect((await again.get(fresh)).status).to.equal(303);
    const replayed = served.browser();
    replayed.cookies.set('onsil-identity', memory);
    expect((await replayed.get(fresh)).status).to.equal(400);
    expect(replayed.cookies.has('onsil-session')).to.equal(false);
  });

  it('gives an identity to one account only', async () => {
    const [one, other] = [await accountWith(served.site, ['surveyor']), await accountWith(served.site, ['surveyor'])];
    await link(one.id, 'choi');
    let refused = '';
    await link(other.id, 'choi').catch((error: { readonly code: string }) => {
      refused = error.code;
    });
    expect(refused).to.equal('identityTaken');
  });

  it('says so when the provider cannot be reached', async () => {
    const away = await serveTestSite();
    Object.assign(away.site, { identityProvider: openIdentityProvider({ issuer: 'http://127.0.0.1:9', ...client }) });
    try {
      expect((await away.browser().get('/sign-in/identity')).status).to.equal(503);
    } finally {
      await away.close();
    }
  });
});
