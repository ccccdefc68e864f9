import { expect } from 'chai';
import express, { type Express } from 'express';
import { newApp, siteRoutes } from '../../server/app.js';
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

  it('have the rules that stand here, so that none changes unnoticed', () => {
    const table = Object.fromEntries(siteRoutes().declared.map(({ method, path, rule }) => [`${method} ${path}`, rule.name]));
    expect(table).to.deep.equal({
      'get /enter/:secret': 'anyone',
      'post /enter/:secret': 'anyone',
      'post /return-link': 'respond',
      'post /sign-out': 'respond',
      'get /language': 'anyone',
      'get /healthz': 'anyone',
      'get /': 'anyone',
      'get /responses': 'respond',
      'post /responses': 'respond',
      'get /responses/:responseId': 'respondOwnResponse',
      'get /responses/:responseId/sections/:section': 'respondOwnResponse',
      'post /responses/:responseId/sections/:section': 'respondOwnResponse',
      'get /editions/:hash': 'respond',
      'get /responses/:responseId/check': 'respondOwnResponse',
      'post /responses/:responseId/submit': 'respondOwnResponse',
      'get /responses/:responseId/result': 'respondOwnResponse',
      'get /responses/:responseId/plan.pdf': 'respondOwnResponse',
    });
  });

  it('that name a response show it to its own establishment alone', () => {
    for (const { path, rule } of siteRoutes().declared) if (path.includes(':responseId')) expect(rule.owns, path).to.equal('responseId');
  });

  it('cannot be declared twice', () => {
    const routes = siteRoutes();
    const [first] = routes.declared;
    if (first === undefined) throw new Error('There is no route');
    expect(() => routes[first.method](first.path, first.rule, first.handler)).to.throw('declared twice');
  });
});
