import { baseUrlOf, type Config, readConfig, WrongConfig } from '../server/config.js';
import { openLog } from '../server/log.js';
import { openSite } from '../server/open-site.js';
import { UnfitStore } from '../server/persistence/connect.js';
import { Problem } from '../server/problem/problem.js';
import type { Site } from '../server/site.js';
import { type CommandIo, type ExitCode, WrongInput } from './command.js';

/** Opens the site for one piece of work and closes it again. Settings and problems that the user can mend become WrongInput. */
export const inOpenSite = async (
  env: CommandIo['env'],
  io: CommandIo,
  work: (site: Site, reached: { readonly baseUrl: string }) => Promise<void>,
): Promise<ExitCode> => {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    throw error instanceof WrongConfig ? new WrongInput(error.lines) : error;
  }
  try {
    const open = await openSite(config, openLog(io.stderr, 'warn'));
    try {
      await work(open.site, { baseUrl: baseUrlOf(config, config.port) });
    } finally {
      await open.close();
    }
    return 0;
  } catch (error) {
    if (error instanceof UnfitStore) throw new WrongInput([`${error.en} | ${error.ko}`]);
    if (error instanceof Problem)
      throw new WrongInput([`${error.field === '' ? '' : `${error.field}: `}${error.sentence.en} | ${error.sentence.ko}`]);
    throw error;
  }
};
