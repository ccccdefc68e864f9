import { checkReadiness, type Readiness } from '../operations/readiness.js';
import { checkStore } from '../operations/store-state.js';
import type { Site } from '../site.js';
import type { Routes } from './route.js';

/** Anybody may ask whether the site is ready, and the answer takes a write: it is looked up at most this often. */
const rememberedMs = 1_000;

const remembered = (): ((site: Site) => Promise<Readiness>) => {
  let last: { readonly at: number; readonly answer: Promise<Readiness> } | null = null;
  return (site) => {
    const now = performance.now();
    if (last === null || now - last.at > rememberedMs) last = { at: now, answer: checkReadiness(site) };
    return last.answer;
  };
};

/** For whatever watches over the process. */
export const healthRoutes = (route: Routes): void => {
  const readiness = remembered();

  // 200 while the store answers, 503 (by the store's own failure) while it does not.
  route.get('/healthz', async ({ site }, reply) => {
    await checkStore(site);
    reply.json({ status: 'ok' });
  });

  // 200 when people may be sent here: the store can be written, its indexes are there, nothing is left to migrate, the disk has room.
  route.get('/readyz', async ({ site }, reply) => {
    const { ready, checks } = await readiness(site);
    reply.json({ status: ready ? 'ready' : 'not ready', checks }, { status: ready ? 200 : 503 });
  });
};
