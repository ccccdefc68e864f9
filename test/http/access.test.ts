import { expect } from 'chai';
import { siteRoutes } from '../../server/app.js';
import type { DeclaredRoute } from '../../server/http/route.js';
import { openResponse } from '../../server/operations/open-response.js';
import type { Browser, Reply } from '../support/http-client.js';
import { type ServedSite, serveTestSite, theCatalog } from '../support/test-site.js';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** A page without what may differ between two askings: request numbers and the address itself. */
const plain = (reply: Reply): string => reply.text.replaceAll(uuid, '(id)');

const ask = (browser: Browser, route: DeclaredRoute, params: Readonly<Record<string, string>>): Promise<Reply> => {
  const path = route.path.replace(/:(\w+)/g, (_whole, name: string) => params[name] ?? 'x');
  return route.method === 'get' ? browser.get(path) : browser.post(path);
};

describe('who may', () => {
  const [edition] = Object.values(theCatalog().surveys.editions);
  if (edition === undefined) throw new Error('The catalog has no edition');
  let served: ServedSite;
  /** Ids of the responses of two establishments, and browsers signed in for each. */
  let own: { readonly id: string; readonly browser: Browser };
  let other: { readonly id: string; readonly browser: Browser };

  before(async () => {
    served = await serveTestSite();
    const enter = async () => {
      const { establishment, who } = await served.establishment();
      const { id } = await openResponse(served.site, who, edition.id);
      return { id, browser: await served.signedIn(establishment.id) };
    };
    own = await enter();
    other = await enter();
  });
  after(() => served.close());

  const params = (responseId: string) => ({ responseId, section: edition.sections[0]?.id ?? '', hash: edition.hash });
  const isSignOut = ({ path }: DeclaredRoute): boolean => path === '/sign-out';

  for (const route of siteRoutes().declared) {
    const name = `${route.method.toUpperCase()} ${route.path}`;
    if (route.rule.name === 'anyone') {
      it(`${name}: anybody, signed in or not`, async () => {
        for (const browser of [served.browser(), own.browser]) expect((await ask(browser, route, params(own.id))).status).not.to.equal(401);
      });
      continue;
    }

    it(`${name}: nobody who is not signed in`, async () => {
      const reply = await ask(served.browser(), route, params(own.id));
      expect(reply.status).to.equal(401);
      expect(reply.text).not.to.include('한빛주물');
    });

    it(`${name}: nobody with a session that never was`, async () => {
      const browser = served.browser();
      browser.cookies.set('onsil-session', 'A'.repeat(43));
      expect((await ask(browser, route, params(own.id))).status).to.equal(401);
    });

    if (route.rule.owns !== null) {
      it(`${name}: not another establishment, who learns no more than of a response that is not there`, async () => {
        const notYours = await ask(other.browser, route, params(own.id));
        const notThere = await ask(other.browser, route, params('00000000-0000-4000-8000-000000000000'));
        expect(notYours.status).to.equal(404);
        expect(plain(notYours)).to.equal(plain(notThere));
        expect(Object.keys(notYours.headers)).to.have.members(Object.keys(notThere.headers));
      });
    }

    if (!isSignOut(route))
      it(`${name}: its own respondent`, async () => {
        const reply = await ask(own.browser, route, params(own.id));
        // What a handler makes of an empty form is not this test's business; that it was reached is.
        expect(reply.status).to.satisfy((status: number) => status < 400 || [400, 404].includes(status));
        const unknown = await ask(own.browser, route, params('00000000-0000-4000-8000-000000000000'));
        if (route.rule.owns !== null) expect(plain(reply)).not.to.equal(plain(unknown));
      });
  }

  it('a form from another site changes nothing, on any route', async () => {
    for (const route of siteRoutes().declared.filter(({ method }) => method === 'post')) {
      const path = route.path.replace(/:(\w+)/g, (_whole, name: string) => params(own.id)[name as 'section'] ?? 'x');
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }])
        expect((await own.browser.post(path, { _revision: '0' }, headers)).status, path).to.equal(403);
      const silent = await own.browser.send('POST', path, { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1');
      expect(silent.status, path).to.equal(403);
      const foreign = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://evil.example' };
      expect((await own.browser.send('POST', path, foreign, 'a=1')).status, path).to.equal(403);
    }
    expect((await own.browser.get(`/responses/${own.id}`)).status).to.equal(200);
  });

  it('other methods do nothing on any route', async () => {
    for (const route of siteRoutes().declared)
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        const path = route.path.replace(/:(\w+)/g, (_whole, name: string) => params(own.id)[name as 'section'] ?? 'x');
        expect((await own.browser.send(method, path, { 'sec-fetch-site': 'same-origin' }, '')).status, `${method} ${path}`).to.equal(404);
      }
  });
});
