import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../server/config.js';
import { type RunningSite, startSite } from '../../server/main.js';
import { freshDatabase } from './fresh-database.js';

/** A link and what its page asks for. */
export interface WayIn {
  readonly link: string;
  readonly businessNumber: string;
}

/** The real site on a port of its own and a new data folder, with its example establishments. */
export interface TestSite {
  readonly baseUrl: string;
  readonly demoLinks: RunningSite['demoLinks'];
  /** The one-time link into an example establishment, by its name, and the number its page asks for. */
  wayInto(name: string): WayIn;
  /** Settings by which a command works on the same data. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export const openTestSite = async (): Promise<TestSite> => {
  const folder = await mkdtemp(join(tmpdir(), 'onsil-site-'));
  const fresh = freshDatabase();
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    ONSIL_DEMO: '1',
    ...(fresh === null ? {} : { MONGODB_URI: fresh.uri }),
  };
  const config = readConfig(env);
  const site = await startSite(config, pino({ level: 'silent' }));
  return {
    baseUrl: site.baseUrl,
    demoLinks: site.demoLinks,
    wayInto: (name) => {
      const link = site.demoLinks.find((one) => one.name === name);
      if (link === undefined) throw new Error(`There is no example establishment ${name}`);
      return { link: `${site.baseUrl}/enter/${link.secret}`, businessNumber: link.businessNumber ?? '' };
    },
    env,
    close: async () => {
      await site.stop();
      await fresh?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
