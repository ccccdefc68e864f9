import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newApp } from './app.js';
import { baseUrlOf, type Config } from './config.js';
import { type OpenSite, openSite } from './open-site.js';
import { ensureAnchor } from './operations/anchor-audit.js';
import { createDemo, type DemoLink } from './operations/create-demo.js';
import { ensureRounds } from './operations/ensure-rounds.js';
import { AnchorBroken, type AuditAnchor } from './persistence/audit-anchor.js';
import { leaveAddress, otherSites } from './persistence/site-addresses.js';
import type { Site } from './site.js';

/** The address cannot be listened on: what to change, in both languages. */
export class CannotListen extends Error {
  constructor(
    readonly en: string,
    readonly ko: string,
    cause: unknown,
  ) {
    super(en, { cause });
    this.name = 'CannotListen';
  }
}

/** A site that serves, until `stop`. */
export interface RunningSite {
  /** How browsers reach it, without a slash at the end. */
  readonly baseUrl: string;
  /** A one-time link for each example establishment; empty without examples. */
  readonly demoLinks: readonly DemoLink[];
  /** How browsers reach other sites that serve the same data folder. */
  readonly beside: readonly string[];
  /** Settles with the reason when it cannot go on serving. */
  readonly broken: Promise<unknown>;
  /** Finishes the requests under way, then closes the store. */
  stop(): Promise<void>;
}

/** How long requests under way may take to finish once the site is asked to stop. */
const stopWithinMs = 10_000;

const listen = (server: Server, { host, port }: Config): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why: Readonly<Record<string, readonly [string, string]>> = {
        EADDRINUSE: [
          `Port ${port} on ${host} is taken by another program. Stop that program, or choose another port: PORT=3001 npm start`,
          `${host}의 ${port}번 포트를 다른 프로그램이 쓰고 있습니다. 그 프로그램을 끝내거나 다른 포트를 쓰십시오: PORT=3001 npm start`,
        ],
        EACCES: [
          `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`,
          `이 사용자는 ${port}번 포트를 열 수 없습니다. 1023보다 큰 포트를 쓰십시오: PORT=3000 npm start`,
        ],
      };
      const [en, ko] = why[cause.code ?? ''] ?? [
        `HOST ${host} cannot be listened on (${cause.code}). Use an address of this machine, such as 127.0.0.1`,
        `HOST ${host} 주소를 열 수 없습니다(${cause.code}). 127.0.0.1처럼 이 컴퓨터의 주소를 쓰십시오`,
      ];
      reject(new CannotListen(en, ko, cause));
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });

const notYet: RequestListener = (_request, response: ServerResponse) => {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1', 'Cache-Control': 'no-store' });
  response.end('Onsil is starting. Try again in a moment. | 온실을 시작하고 있습니다. 잠시 뒤 다시 시도해 주십시오.\n');
};

/** Stops taking requests and waits for those under way; a connection kept alive without one does not hold it up. */
const drain = async (server: Server): Promise<void> => {
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), stopWithinMs);
  try {
    await new Promise<void>((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error))));
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
};

/** A log that lost its anchor gets a new one, and says so; an anchor that cannot be read is left for the operator to look at. */
const ensureAnchored = async (site: Site, anchor: AuditAnchor): Promise<void> => {
  try {
    if (await ensureAnchor(site, anchor))
      site.log.warn({ file: anchor.file }, 'the audit log had no anchor outside of the database; one was begun');
  } catch (err) {
    if (!(err instanceof AnchorBroken)) throw err;
    site.log.error({ err }, 'the anchor of the audit log cannot be read');
  }
};

/**
 * Starts a site: takes the port first, so that a second start on the same port changes nothing, then opens the site and its rounds and
 * serves. Throws CannotListen and what openSite throws.
 * @param signal ends a start that is under way: nothing is left running, and its reason is thrown
 */
export const startSite = async (config: Config, log: Site['log'], signal?: AbortSignal): Promise<RunningSite> => {
  let handle = notYet;
  // 15 s for the headers and 60 s for the whole request: a slow line has time, a stalled one does not hold a connection for good.
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 }, (request, response) =>
    handle(request, response),
  );
  const { port } = await listen(server, config);
  const baseUrl = baseUrlOf(config, port);
  let open: OpenSite | null = null;
  let leave = (): void => undefined;
  try {
    const opened = await openSite(config, log, signal);
    open = opened;
    const { site, broken, anchor } = opened;
    signal?.throwIfAborted();
    await ensureAnchored(site, anchor);
    await ensureRounds(site, false);
    signal?.throwIfAborted();
    const demoLinks = config.demo ? await createDemo(site) : [];
    signal?.throwIfAborted();
    const beside = config.mongodbUri === null ? otherSites(config.dataDir) : [];
    if (config.mongodbUri === null) leave = leaveAddress(config.dataDir, baseUrl);
    if (beside.length > 0) log.warn({ beside }, 'the data folder is shared with another running site');
    handle = newApp(site, { baseUrl: config.baseUrl });
    return {
      baseUrl,
      demoLinks,
      beside,
      broken,
      stop: async () => {
        leave();
        await drain(server);
        await opened.close();
      },
    };
  } catch (error) {
    leave();
    await drain(server);
    await open?.close();
    throw error;
  }
};
