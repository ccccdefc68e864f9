import { parseArgs } from 'node:util';
import { readConfig } from '../server/config.js';
import { openLog } from '../server/log.js';
import { type RunningSite, startSite } from '../server/main.js';
import type { Site } from '../server/site.js';
import { formatBusinessNumber } from '../server/survey/business-number.js';
import type { Command, CommandIo } from './command.js';
import { explained } from './site-failure.js';

const help = `
Usage: npx --no onsil serve

Starts the site and runs until it is asked to stop (Ctrl+C, SIGTERM). The address and the ways in go to stdout, the log to stderr.

Settings (environment):
  PORT                   port to listen on (3000; 0 lets the system choose)
  HOST                   address to listen on (127.0.0.1)
  DATA_DIR               folder of the embedded store (./data)
  MONGODB_URI            a MongoDB replica set or sharded cluster to use instead of the embedded store
  MONGODB_URI_FILE       a file that holds it, where it has a password
  ONSIL_DEMO             0 leaves out the example establishments (1)
  ONSIL_BASE_URL         how browsers reach the site, such as https://survey.example.kr behind a proxy (http or https://HOST:PORT)
  ONSIL_TLS_CERT         certificate in PEM with which the site itself serves https; SIGHUP reads it again ("npx --no onsil tls" makes one)
  ONSIL_TLS_KEY          its key
  ONSIL_TRUSTED_PROXIES  addresses or networks of proxies before the site, whose X-Forwarded-For counts, with commas between
  ONSIL_OIDC_ISSUER, ONSIL_OIDC_CLIENT_ID, ONSIL_OIDC_CLIENT_SECRET (or ONSIL_OIDC_CLIENT_SECRET_FILE)
                         an identity provider where people with an account can sign in (none); it needs ONSIL_BASE_URL
  ONSIL_SMTP_URL         mail server for letters, smtp:// or smtps:// (none); ONSIL_SMTP_URL_FILE names a file that holds it; it needs
                         ONSIL_MAIL_FROM, the address that mail comes from
  ONSIL_METRICS_PORT     port of this machine alone at which /metrics is served in Prometheus's format (none)
  ONSIL_AUDIT_ANCHOR     file outside of the database that holds the head of the audit log (DATA_DIR/audit-head)
  ONSIL_LOG_LEVEL        fatal, error, warn, info, debug, trace or silent (info)

Exit codes: 0 stopped when asked, 1 failed, 2 the port is taken, 78 a setting is wrong.

Example: PORT=8080 DATA_DIR=/srv/onsil npx --no onsil serve
`;

const besides = ({ beside, demoLinks }: RunningSite): string => {
  if (beside.length === 0) return '';
  const replaced =
    demoLinks.length === 0
      ? ''
      : '  The example links it printed and that were not used yet are replaced by those below.\n  그 사이트가 알려 준 예시 링크 중 아직 쓰지 않은 것은 아래 링크로 바뀌었습니다.\n';
  return `The data folder is shared with a site that runs already | 이미 실행 중인 사이트와 자료 폴더를 함께 씁니다: ${beside.join(', ')}\n${replaced}`;
};

const announce = (running: RunningSite): string => {
  const { baseUrl, demoLinks } = running;
  const ready = `Onsil is ready | 온실이 준비되었습니다: ${baseUrl}\n${besides(running)}`;
  if (demoLinks.length === 0)
    return `${ready}
To let an establishment answer | 사업장을 초대하려면:
  npx --no onsil establishment add --name "…"
  npx --no onsil invite ESTABLISHMENT
`;
  const links = demoLinks.map(({ name, secret, businessNumber }) => {
    const number =
      businessNumber === null ? '' : `    business registration number | 사업자등록번호: ${formatBusinessNumber(businessNumber)}\n`;
    return `  ${name}\n    ${baseUrl}/enter/${secret}\n${number}`;
  });
  return `${ready}
Example establishments; each link works once: open it, type the number below it and press the button.
예시 사업장입니다. 링크는 한 번씩만 쓸 수 있습니다. 열어서 아래 번호를 적고 단추를 누르십시오.
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

/** SIGHUP: a renewed certificate is taken into use without a pause. One that cannot be used is said, and the old one stays. */
const renewOnHangup = (running: RunningSite, log: Site['log']): void => {
  process.on('SIGHUP', () => {
    try {
      running.renewTls();
      log.info('certificate and key were read again');
    } catch (err) {
      log.error({ err }, 'the renewed certificate cannot be used; the one before stays in use');
    }
  });
};

const run = async (args: readonly string[], io: CommandIo) => {
  parseArgs({ args: [...args], options: {} });
  const calledOff = new AbortController();
  try {
    const config = readConfig(io.env);
    const log = openLog(io.stderr, config.logLevel);
    const stop = askedToStop();
    void stop.then((signal) => {
      log.info({ signal }, 'stopping');
      calledOff.abort();
    });
    const running = await startSite(config, log, calledOff.signal);
    renewOnHangup(running, log);
    io.stdout.write(announce(running));
    const reason = await Promise.race([stop, running.broken]);
    const broken = typeof reason !== 'string';
    if (broken) log.fatal({ err: reason }, 'the embedded store cannot be kept running; the site stops');
    await running.stop();
    return broken ? 1 : 0;
  } catch (error) {
    // Asked to stop before it was ready: nothing is left running.
    return error === calledOff.signal.reason ? 0 : explained(error, io);
  }
};

export const serve: Command = { name: 'serve', summary: 'starts the site (this is what npm start does)', help, run };
