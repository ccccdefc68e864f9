import { baseUrlOf, readConfig } from '../server/config.js';
import { openLog } from '../server/log.js';
import { openSite } from '../server/open-site.js';
import type { Site } from '../server/site.js';
import type { CommandIo, ExitCode } from './command.js';
import { explained } from './site-failure.js';

/** Opens the site for one piece of work and closes it again. What fails is said as `explained` says it. */
export const inOpenSite = async (
  env: CommandIo['env'],
  io: CommandIo,
  work: (site: Site, reached: { readonly baseUrl: string }) => Promise<void>,
): Promise<ExitCode> => {
  try {
    const config = readConfig(env);
    const open = await openSite(config, openLog(io.stderr, 'warn'));
    try {
      await work(open.site, { baseUrl: baseUrlOf(config, config.port) });
    } finally {
      await open.close();
    }
    return 0;
  } catch (error) {
    return explained(error, io);
  }
};
