import { expect } from 'chai';
import { siteRoutes } from '../../server/app.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

describe('over plain http', () => {
  let served: ServedSite;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());

  const words = '암호화되지 않은 연결(http)입니다';

  it('every page at another address than this machine says that it is not safe', async () => {
    const { establishment } = await served.establishment();
    const browser = await served.signedIn(establishment.id);
    const pages = siteRoutes().declared.filter(({ method }) => method === 'get');
    for (const { path } of pages) {
      const asked = path.replace(/:(\w+)/g, 'x');
      const reply = await browser.get(asked, { host: '192.168.0.7:3000' });
      if (!String(reply.headers['content-type']).startsWith('text/html') || reply.text === '') continue;
      expect(reply.text, asked).to.include(words);
      expect((await browser.get(asked)).text, asked).not.to.include(words);
    }
    expect((await browser.get('/no-such-page', { host: 'survey.plant.local' })).text).to.include(words);
  });

  it('the cookie has no prefix that only https may set, and no HSTS is sent', async () => {
    const { establishment } = await served.establishment();
    const browser = await served.signedIn(establishment.id);
    expect([...browser.cookies.keys()]).to.deep.equal(['onsil-session']);
    expect((await browser.get('/')).headers['strict-transport-security']).to.equal(undefined);
  });
});
