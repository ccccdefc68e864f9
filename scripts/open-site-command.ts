import { baseUrlOf, type Config, readConfig } from '../server/config.js';
import { openLog } from '../server/log.js';
import { openSite } from '../server/open-site.js';
import type { AuditAnchor } from '../server/persistence/audit-anchor.js';
import { otherSites } from '../server/persistence/site-addresses.js';
import type { Site } from '../server/site.js';
import type { CommandIo, ExitCode } from './command.js';
import { explained } from './site-failure.js';

/** How browsers reach the site a command works for, without a slash at the end. */
export interface Reached {
  readonly baseUrl: string;
  /** Nobody said so, and no site runs on the data folder: it is what "serve" would take. */
  readonly assumed: boolean;
}

const reachedBy = (config: Config): Reached => {
  const [running] = config.baseUrl === null && config.mongodbUri === null ? otherSites(config.dataDir) : [];
  return { baseUrl: running ?? baseUrlOf(config, config.port), assumed: config.baseUrl === null && running === undefined };
};

/** Opens the site for one piece of work and closes it again. What fails is said as `explained` says it. */
export const inOpenSite = async (
  env: CommandIo['env'],
  io: CommandIo,
  work: (site: Site, reached: Reached, anchor: AuditAnchor) => Promise<void>,
): Promise<ExitCode> => {
  try {
    const config = readConfig(env);
    const open = await openSite(config, openLog(io.stderr, 'warn'));
    try {
      await work(open.site, reachedBy(config), open.anchor);
    } finally {
      await open.close();
    }
    return 0;
  } catch (error) {
    return explained(error, io);
  }
};
