import { newApp } from './app.js';
import { baseUrlOf, type Config, WrongConfig } from './config.js';
import { trustedProxies } from './http/client-address.js';
import type { Door } from './http/entry.js';
import { type Listener, openListener } from './listener.js';
import { type Metrics, newMetrics } from './metrics.js';
import { type OpenSite, openSite } from './open-site.js';
import { ensureAnchor } from './operations/anchor-audit.js';
import { createDemo, type DemoLink } from './operations/create-demo.js';
import { ensureRounds } from './operations/ensure-rounds.js';
import { AnchorBroken, type AuditAnchor } from './persistence/audit-anchor.js';
import { leaveAddress, otherSites } from './persistence/site-addresses.js';
import type { Site } from './site.js';
import { readTls, type TlsContext, WrongTls } from './transport/tls-files.js';

/** A site that serves, until `stop`. */
export interface RunningSite {
  /** How browsers reach it, without a slash at the end. */
  readonly baseUrl: string;
  /** A one-time link for each example establishment; empty without examples. */
  readonly demoLinks: readonly DemoLink[];
  /** How browsers reach other sites that serve the same data folder. */
  readonly beside: readonly string[];
  /** Port of this machine alone at which the metrics can be read; null: nowhere. */
  readonly metricsPort: number | null;
  /** Settles with the reason when it cannot go on serving. */
  readonly broken: Promise<unknown>;
  /** Reads certificate and key again. Throws WrongConfig when they cannot be used; those in use stay. */
  renewTls(): void;
  /** Finishes the requests under way, then closes the store. */
  stop(): Promise<void>;
}

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

/** The settings name a certificate that cannot be used: the same as any other wrong setting. */
const tlsOf = (config: Config, now: Date): TlsContext | null => {
  if (config.tls === null) return null;
  try {
    return readTls(config.tls, now);
  } catch (error) {
    if (!(error instanceof WrongTls)) throw error;
    const { setting, en, ko } = error.fault;
    throw new WrongConfig([`${setting}: ${en} | ${ko}`]);
  }
};

/** Serves the metrics to this machine alone. */
const openMetrics = async (metrics: Metrics, port: number): Promise<Listener> => {
  const listener = await openListener({ host: '127.0.0.1', port }, null);
  listener.handle((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) =>
        response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  return listener;
};

/**
 * Starts a site: takes the ports first, so that a second start on the same port changes nothing, then opens the site and its rounds and
 * serves. Throws WrongConfig for a certificate that cannot be used, CannotListen, and what openSite throws.
 * @param signal ends a start that is under way: nothing is left running, and its reason is thrown
 */
export const startSite = async (config: Config, log: Site['log'], signal?: AbortSignal): Promise<RunningSite> => {
  const tls = tlsOf(config, new Date());
  const listener = await openListener(config, tls);
  const baseUrl = baseUrlOf(config, listener.port);
  const metrics = newMetrics();
  let metricsListener: Listener | null = null;
  let open: OpenSite | null = null;
  let leave = (): void => undefined;
  const closeAll = async (): Promise<void> => {
    leave();
    await listener.drain();
    await open?.close();
    await metricsListener?.drain();
  };
  try {
    if (config.metricsPort !== null) metricsListener = await openMetrics(metrics, config.metricsPort);
    const opened = await openSite(config, log, signal, (event) => metrics.count(event));
    open = opened;
    const { site, broken, anchor } = opened;
    metrics.gauge('disk_free_bytes', 'Room on the disk of the data folder', async () => (await site.store.state()).freeBytes);
    signal?.throwIfAborted();
    await ensureAnchored(site, anchor);
    await ensureRounds(site, false);
    signal?.throwIfAborted();
    const demoLinks = config.demo ? await createDemo(site) : [];
    signal?.throwIfAborted();
    const beside = config.mongodbUri === null ? otherSites(config.dataDir) : [];
    if (config.mongodbUri === null) leave = leaveAddress(config.dataDir, baseUrl);
    if (beside.length > 0) log.warn({ beside }, 'the data folder is shared with another running site');
    const door: Door = {
      baseUrl: config.baseUrl,
      https: tls !== null,
      trustedProxies: trustedProxies(config.trustedProxies),
      replied: metrics.replied,
    };
    listener.handle(newApp(site, door));
    return {
      baseUrl,
      metricsPort: metricsListener?.port ?? null,
      demoLinks,
      beside,
      broken,
      renewTls: () => {
        const renewed = tlsOf(config, new Date());
        if (renewed !== null) listener.renew(renewed);
      },
      stop: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
};
