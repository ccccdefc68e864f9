import { expect } from 'chai';
import express, { type Express } from 'express';
import { newApp, siteRoutes } from '../../server/app.js';
import { formTable } from '../../server/http/form-table.js';
import type { DeclaredRoute } from '../../server/http/route.js';
import type { Site } from '../../server/site.js';

/** What Express keeps of one thing it was told to do. */
interface Layer {
  readonly name: string;
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method: string }[] };
}

/** What may stand in the app beside declared routes. None of it shows anybody's data. */
const known = ['helmetMiddleware', 'compressedCopy', 'serveStatic', 'nothingHere', 'requestFailed'];

/** Everything in an Express app that answers requests without a rule. */
const withoutRule = (app: Express, declared: readonly DeclaredRoute[]): readonly string[] => {
  const rules = declared.map(({ method, path }) => `${method} ${path}`);
  const layers = (app as unknown as { readonly router: { readonly stack: readonly Layer[] } }).router.stack;
  const found = layers.flatMap(({ name, route }) =>
    route === undefined ? (known.includes(name) ? [] : [`(${name})`]) : route.stack.map(({ method }) => `${method} ${route.path}`),
  );
  // A rule covers one route; a second route of the same name would be one without.
  return found.filter((each, index) => !rules.includes(each) || found.indexOf(each) !== index);
};

// Nothing is asked of the site: the app is put together and looked at.
const site = {} as Site;
const door = { baseUrl: null };

describe('the routes', () => {
  it('state who may, each of them', () => {
    const routes = siteRoutes();
    expect(withoutRule(newApp(site, door, routes), routes.declared)).to.deep.equal([]);
  });

  it('are found out when one is added beside the declared ones', () => {
    const routes = siteRoutes();
    const app = newApp(site, door, routes);
    app.get('/export', (_request, response) => void response.send('everything'));
    app.get('/healthz', (_request, response) => void response.send('again'));
    const router = express.Router();
    router.get('/all', (_request, response) => void response.send('everything'));
    app.use('/admin', router);
    expect(withoutRule(app, routes.declared)).to.deep.equal(['get /export', 'get /healthz', '(router)']);
  });

  it('without a row in the access table cannot be declared', () => {
    const routes = siteRoutes();
    // @ts-expect-error: it does not even compile
    expect(() => routes.get('/export', async () => undefined)).to.throw('without a row');
  });

  it('that take a form say which fields it has', () => {
    const posts = siteRoutes()
      .declared.filter(({ method, face }) => method === 'post' && face === 'page')
      .map(({ path }) => `post ${path}`);
    expect(Object.keys(formTable)).to.have.members(posts);
  });

  it('cannot be declared twice', () => {
    expect(() => siteRoutes().get('/', async () => undefined)).to.throw('declared twice');
  });
});
