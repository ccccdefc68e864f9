import { checkStore } from '../operations/store-state.js';
import type { Routes } from './route.js';

/** For whatever watches over the process: 200 while the site can save, 503 (by the store's own failure) while it cannot. */
export const healthRoutes = (route: Routes): void => {
  route.get('/healthz', async ({ site }, reply) => {
    await checkStore(site);
    reply.json({ status: 'ok' });
  });
};
