import { expect } from 'chai';
import { siteRoutes } from '../../server/app.js';
import { accessTable, type Column } from '../../server/http/access-table.js';
import type { DeclaredRoute } from '../../server/http/route.js';
import { accountRoles } from '../../server/survey/role.js';
import { type Cast, castOf, type Named } from '../support/cast.js';
import type { Browser, Reply } from '../support/http-client.js';
import { editionM, type ServedSite, serveTestSite } from '../support/test-site.js';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const columns: readonly Column[] = ['public', 'respondent', 'delegate', 'entering', ...accountRoles];

/** A page without what may differ between two askings: request numbers. */
const plain = (reply: Reply): string => reply.text.replaceAll(uuid, '(id)');

describe('every route × role × own, other, none', function () {
  // Everybody there is has to be let in first, on whatever else the machine is doing.
  this.timeout(60_000);
  const edition = editionM();
  const section = edition.sections[1]?.id ?? '';
  const page = edition.sections[1]?.questions[0]?.id ?? '';
  let served: ServedSite;
  let cast: Cast;
  before(async () => {
    served = await serveTestSite();
    cast = await castOf(served);
  });
  after(() => served.close());

  const params = (named: Named): Readonly<Record<string, string>> => ({ ...named, section, page, hash: edition.hash });

  /** The path of a route with its parameters put in; to Express an unescaped colon begins one. */
  const pathOf = (route: DeclaredRoute, given: Readonly<Record<string, string>>): string =>
    route.path.replace(/(?<!\\):(\w+)/g, (_whole, name: string) => given[name] ?? 'x').replaceAll('\\:', ':');

  const ask = (browser: Browser, route: DeclaredRoute, given: Readonly<Record<string, string>>): Promise<Reply> => {
    const path = pathOf(route, given);
    return route.method === 'get' ? browser.get(path) : browser.post(path);
  };

  /** What is answered where nothing is, to the same browser by the same method. */
  const nothingThere = (browser: Browser, route: DeclaredRoute): Promise<Reply> =>
    route.method === 'get' ? browser.get('/no-such-page') : browser.post('/no-such-page');

  const isNotThere = (reply: Reply, nothing: Reply, what: string): void => {
    expect(reply.status, what).to.equal(404);
    expect(plain(reply), what).to.equal(plain(nothing));
    expect(Object.keys(reply.headers), what).to.have.members(Object.keys(nothing.headers));
  };

  for (const route of siteRoutes().declared)
    for (const column of columns) {
      const rule = route.row.who[column];
      const name = `${route.method.toUpperCase()} ${route.path} × ${column}`;

      if (rule === undefined && column === 'public') {
        it(`${name}: is asked to sign in`, async () => {
          for (const named of [cast.own, cast.none]) {
            const reply = await ask(await cast.enter(column), route, params(named));
            expect(reply.status).to.equal(401);
            expect(reply.text).not.to.include('한빛주물');
          }
        });
      } else if (rule === undefined && column === 'entering') {
        it(`${name}: is led to the second factor`, async () => {
          const reply = await ask(await cast.enter(column), route, params(cast.own));
          expect(reply.status).to.be.oneOf([303, 401]);
          expect(reply.text).not.to.include('한빛주물');
        });
      } else if (rule === undefined) {
        it(`${name}: not there`, async () => {
          const browser = await cast.enter(column);
          const nothing = await nothingThere(browser, route);
          for (const [whose, named] of Object.entries({ own: cast.own, other: cast.other, none: cast.none }))
            isNotThere(await ask(browser, route, params(named)), nothing, whose);
        });
      } else {
        it(`${name}: ${rule.name}`, async () => {
          const browser = await cast.enter(column);
          if (rule.names !== null) {
            const nothing = await nothingThere(browser, route);
            isNotThere(await ask(browser, route, params(cast.other)), nothing, 'other');
            isNotThere(await ask(browser, route, params(cast.none)), nothing, 'none');
          }
          // Where everybody may try to sign in, an empty form is answered as a failed try.
          const isSignIn = 'public' in route.row.who;
          // What a handler makes of an empty form is not this test's business; that it was reached is.
          const evidenceId = rule.names === 'evidenceId' ? await cast.attachOwn() : cast.own.evidenceId;
          const reply = await ask(browser, route, { ...params(cast.own), evidenceId, sessionRef: cast.sessionOf(browser) ?? '' });
          expect(reply.status).to.satisfy(
            (status: number) => status < 400 || [400, 404, 410, 415, 422, 429].includes(status) || (isSignIn && status === 401),
          );
          if (rule.names !== null) expect(plain(reply)).not.to.equal(plain(await nothingThere(browser, route)));
        });
      }
    }

  it('a session that never was is nobody', async () => {
    const browser = served.browser();
    browser.cookies.set('onsil-session', 'A'.repeat(43));
    for (const route of siteRoutes().declared.filter(({ row }) => !('public' in row.who)))
      expect((await ask(browser, route, params(cast.own))).status, route.path).to.equal(401);
  });

  it('a list shows what is within reach and nothing else', async () => {
    for (const column of columns) {
      const reply = await (await cast.enter(column)).get('/establishments');
      expect(reply.text, column).not.to.include('다온도금');
      const { who } = accessTable['get /establishments'];
      expect(reply.text.includes('한빛주물'), column).to.equal(column in who);
    }
  });

  it('"not yours" asks as much of the store as "not there", so that the time tells nothing', async () => {
    const routes = siteRoutes().declared.filter(({ row }) => Object.values(row.who).some(({ names }) => names !== null));
    for (const route of routes)
      for (const column of columns) {
        if ((route.row.who[column]?.names ?? null) === null) continue;
        const browser = await cast.enter(column);
        const asked = async (named: Named): Promise<number> => {
          const before = served.commands();
          await ask(browser, route, params(named));
          return served.commands() - before;
        };
        expect(await asked(cast.other), `${route.path} × ${column}`).to.equal(await asked(cast.none));
      }
  });

  it('a form from another site changes nothing, on any route', async () => {
    const browser = await cast.enter('respondent');
    for (const route of siteRoutes().declared.filter(({ method }) => method === 'post')) {
      const path = pathOf(route, params(cast.own));
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      for (const site of ['cross-site', 'same-site', 'none'])
        expect((await browser.post(path, { _revision: '0' }, { 'sec-fetch-site': site })).status, path).to.equal(403);
      for (const origin of ['http://evil.example', 'null', `${served.base}.evil.example`, served.base.replace('http:', 'https:')])
        expect((await browser.send('POST', path, { ...form, origin }, 'a=1')).status, `${path} ${origin}`).to.equal(403);
      // Programs say neither; a data route takes from them what no form of another site can send.
      const silent = await browser.send('POST', path, form, 'a=1');
      expect(silent.status, path).to.equal(route.face === 'page' ? 403 : 415);
      for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json'])
        expect((await browser.send('POST', path, { 'content-type': type, 'sec-fetch-site': 'cross-site' }, 'a=1')).status, path).to.equal(
          403,
        );
      for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
        const reply = await browser.get(`${path}?_method=POST`, { [name]: 'POST', 'sec-fetch-site': 'cross-site' });
        expect(reply.headers['set-cookie'], `${path} ${name}`).to.equal(undefined);
      }
    }
    expect((await browser.get(`/responses/${cast.own.responseId}`)).status).to.equal(200);
  });

  it('other methods do nothing on any route', async () => {
    const browser = await cast.enter('respondent');
    for (const route of siteRoutes().declared)
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        const path = pathOf(route, params(cast.own));
        expect((await browser.send(method, path, { 'sec-fetch-site': 'same-origin' }, '')).status, `${method} ${path}`).to.equal(404);
      }
  });
});
