import { expect } from 'chai';
import { type Store, StoreUnavailable } from '../../server/persistence/store.js';
import { roundId, type ServedSite, serveTestSite } from '../support/test-site.js';

describe('while the store is away', () => {
  let served: ServedSite;
  let isAway = false;

  /** The real store, with a switch on the line to it. */
  const onALine = (store: Store): Store => ({
    ...store,
    sessions: {
      ...store.sessions,
      byId: (id) => (isAway ? Promise.reject(new StoreUnavailable(new Error('connection lost'))) : store.sessions.byId(id)),
    },
    ping: () => (isAway ? Promise.reject(new StoreUnavailable(new Error('connection lost'))) : store.ping()),
  });

  before(async () => {
    served = await serveTestSite({ baseUrl: null }, onALine);
  });
  after(() => served.close());
  afterEach(() => {
    isAway = false;
  });

  it('a save says that it was not kept and gives back everything that was typed', async () => {
    const { establishment } = await served.establishment();
    const browser = await served.signedIn(establishment.id);
    const opened = await browser.post('/responses', { round: roundId, form: 'M' });
    const { text } = await browser.get(`${opened.headers.location}/sections/B`);
    // Beginning fills in what the register knows, which is a revision already.
    const revision = /name="_revision" value="(\d+)"/.exec(text)?.[1] ?? '';
    isAway = true;
    const typed = { _revision: revision, 'establishment-name': '온실 <주물> "1"', _asked: 'establishment-name' };
    const reply = await browser.post(`${opened.headers.location}/sections/B`, typed);
    expect(reply.status).to.equal(503);
    expect(reply.headers['retry-after']).to.equal('5');
    expect(reply.text).to.include(`action="${opened.headers.location}/sections/B"`);
    expect(reply.text).to.include('온실 &lt;주물&gt; &quot;1&quot;');
    expect(reply.text).not.to.include('connection lost');
    isAway = false;
    const again = await browser.post(`${opened.headers.location}/sections/B`, typed);
    expect(again.status).to.equal(303);
    const page = await browser.get(`${opened.headers.location}/sections/B`);
    expect(page.text).to.include('온실 &lt;주물&gt; &quot;1&quot;');
  });

  it('whatever watches over the site is told', async () => {
    expect((await served.browser().get('/healthz')).status).to.equal(200);
    isAway = true;
    expect((await served.browser().get('/healthz')).status).to.equal(503);
  });

  it('the log says why, without what was typed', async () => {
    isAway = true;
    const browser = served.browser();
    browser.cookies.set('onsil-session', 'x');
    await browser.post('/responses', { round: 'a secret round' });
    expect(served.logged()).to.include('connection lost');
    expect(served.logged()).not.to.include('a secret round');
  });
});
