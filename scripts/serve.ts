import { readConfig } from '../server/config.js';
import { openLog } from '../server/log.js';
import { type RunningSite, startSite } from '../server/main.js';
import type { Command, CommandIo } from './command.js';
import { explained } from './site-failure.js';

const help = `
Usage: npx --no onsil serve

Starts the site and runs until it is asked to stop (Ctrl+C, SIGTERM). The address and the ways in go to stdout, the log to stderr.

Settings (environment):
  PORT            port to listen on (3000; 0 lets the system choose)
  HOST            address to listen on (127.0.0.1)
  DATA_DIR        folder of the embedded store (./data)
  MONGODB_URI     a MongoDB replica set or sharded cluster to use instead of the embedded store
  ONSIL_DEMO      0 leaves out the example establishments (1)
  ONSIL_BASE_URL  how browsers reach the site, such as https://survey.example.kr behind a proxy (http://HOST:PORT)
  ONSIL_LOG_LEVEL fatal, error, warn, info, debug, trace or silent (info)

Exit codes: 0 stopped when asked, 1 failed, 2 a setting is wrong.

Example: PORT=8080 DATA_DIR=/srv/onsil npx --no onsil serve
`;

const announce = ({ baseUrl, demoLinks }: RunningSite): string => {
  const ready = `Onsil is ready | 온실이 준비되었습니다: ${baseUrl}\n`;
  if (demoLinks.length === 0)
    return `${ready}
To let an establishment answer | 사업장을 초대하려면:
  npx --no onsil establishment add --name "…"
  npx --no onsil invite ESTABLISHMENT
`;
  const links = demoLinks.map(({ name, secret }) => `  ${name}\n    ${baseUrl}/enter/${secret}\n`);
  return `${ready}
Example establishments; each link works once, open it and press the button.
예시 사업장입니다. 링크는 한 번씩만 쓸 수 있으니 열어서 단추를 누르십시오.
${links.join('')}`;
};

/** npm hands Ctrl+C on to a process that has it from the terminal already; what comes within this time is the same wish. */
const sameWishMs = 1_000;

/** Resolves with the name of the signal that asks the process to stop. A later one ends it at once. */
const askedToStop = (): Promise<string> =>
  new Promise((resolve) => {
    let asked: number | null = null;
    const stop = (signal: string): void => {
      if (asked === null) {
        asked = performance.now();
        resolve(signal);
      } else if (performance.now() - asked > sameWishMs) {
        process.exit(1);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  });

const run = async (_args: readonly string[], io: CommandIo) => {
  try {
    const config = readConfig(io.env);
    const log = openLog(io.stderr, config.logLevel);
    const stop = askedToStop();
    const running = await startSite(config, log);
    io.stdout.write(announce(running));
    const reason = await Promise.race([stop, running.broken]);
    const broken = typeof reason !== 'string';
    if (broken) log.fatal({ err: reason }, 'the embedded store cannot be kept running; the site stops');
    else log.info({ signal: reason }, 'stopping');
    await running.stop();
    return broken ? 1 : 0;
  } catch (error) {
    return explained(error, io);
  }
};

export const serve: Command = { name: 'serve', summary: 'starts the site (this is what npm start does)', help, run };
