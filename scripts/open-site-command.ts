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

/** Says on stderr that a link that was printed rests on a guess, where it does. */
export const noteAssumed = ({ baseUrl, assumed }: Reached, io: CommandIo): void => {
  if (!assumed) return;
  io.stderr.write(
    `note: no running site says how it is reached, so the link assumes ${baseUrl}; name it with --base-url URL | 실행 중인 사이트의 주소를 알 수 없어 ${baseUrl}(으)로 적었습니다. 다르면 --base-url 주소를 붙이십시오\n`,
  );
};

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
