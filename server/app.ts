import express, { type Express } from 'express';
import { accessRoutes } from './http/access.js';
import { accountRoutes } from './http/account.js';
import { adminAccountRoutes } from './http/admin-accounts.js';
import { adminEstablishmentRoutes } from './http/admin-establishments.js';
import { adminFieldWorkRoutes } from './http/admin-field-work.js';
import { adminRoundRoutes } from './http/admin-rounds.js';
import { apiRoutes } from './http/api.js';
import { type Door, isHttps, mount, mountLast } from './http/entry.js';
import { establishmentRoutes } from './http/establishments.js';
import { healthRoutes } from './http/health.js';
import { helpRoutes } from './http/help.js';
import { pageRoutes } from './http/pages.js';
import { reviewRoutes } from './http/review.js';
import { newRoutes, type Routes } from './http/route.js';
import { securityHeaders } from './http/security-headers.js';
import { signInRoutes } from './http/sign-in.js';
import { assetFolders, preferCompressed } from './http/view.js';
import type { Site } from './site.js';

/** Every route of the site, as declared. */
export const siteRoutes = (): Routes => {
  const routes = newRoutes();
  accessRoutes(routes);
  signInRoutes(routes);
  accountRoutes(routes);
  establishmentRoutes(routes);
  reviewRoutes(routes);
  adminRoundRoutes(routes);
  adminFieldWorkRoutes(routes);
  adminAccountRoutes(routes);
  adminEstablishmentRoutes(routes);
  helpRoutes(routes);
  healthRoutes(routes);
  pageRoutes(routes);
  apiRoutes(routes);
  return routes;
};

/** The web application of a site. Express only carries requests to routes; what a request may contain is decided in `http/entry.ts`. */
export const newApp = (site: Site, door: Door, routes: Routes = siteRoutes()): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('trust proxy', false);
  app.use(securityHeaders(isHttps(door)));
  for (const { mount: at, folder, immutable } of assetFolders) {
    const caching = immutable ? { immutable: true, maxAge: '365d' } : { maxAge: 0 };
    app.use(
      at,
      preferCompressed({ mount: at, folder, immutable }),
      express.static(folder, { index: false, redirect: false, dotfiles: 'ignore', fallthrough: true, ...caching }),
    );
  }
  mount(app, site, door, routes.declared);
  mountLast(app, site, door);
  return app;
};
