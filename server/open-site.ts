import { randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Catalog, openCatalog } from './catalog/catalog.js';
import type { Config } from './config.js';
import { openPictures } from './evidence/pictures.js';
import { openIdentityProvider } from './identity/identity-provider.js';
import { openSmtp } from './mail/smtp.js';
import type { Counted } from './metrics.js';
import { type AuditAnchor, openAnchor } from './persistence/audit-anchor.js';
import { anchoredStore } from './persistence/audited-store.js';
import { openStore, type StoreWatch } from './persistence/open-store.js';
import { unfitAnchor } from './persistence/unfit-folder.js';
import { repositoryRoot } from './root.js';
import type { Clock, Random, Site } from './site.js';

const clock: Clock = { now: () => new Date() };
const random: Random = { uuid: () => randomUUID(), secret: () => randomBytes(32).toString('base64url') };

/** A site that is open, until `close`. */
export interface OpenSite {
  readonly site: Site;
  /** Settles with the reason when the store cannot be kept running any more. */
  readonly broken: Promise<unknown>;
  /** Where the head of the audit log is written down outside of the store. */
  readonly anchor: AuditAnchor;
  close(): Promise<void>;
}

/**
 * Puts a site together: the one place where the store is opened and catalog, clock and dice are the real ones.
 * @param signal ends an opening that is under way; its reason is then thrown
 * @param count told what is counted about the site
 * Throws UnfitStore, UnusableData and StoreUnavailable for a store that cannot serve; `catalog` throws DataFileError for a data package with a fault.
 */
export const openSite = async (
  config: Pick<Config, 'mongodbUri' | 'dataDir' | 'auditAnchor' | 'identity' | 'mail'>,
  log: Logger,
  signal?: AbortSignal,
  count: (event: Counted) => void = () => undefined,
): Promise<OpenSite> => {
  // Read when first asked for: a command that makes a link needs none of it.
  let catalog: Catalog | null = null;
  let breakWith: (reason: unknown) => void;
  const broken = new Promise<unknown>((resolve) => {
    breakWith = resolve;
  });
  const place = config.mongodbUri === null ? { dataDir: config.dataDir } : { uri: config.mongodbUri };
  const watch: StoreWatch = {
    said: (line) => log.info({ line }, 'embedded store'),
    died: () => {
      count('store_deaths');
      log.error('the embedded store died; starting it again');
    },
    restarted: (ms) => {
      count('store_restarts');
      log.warn({ ms: Math.round(ms) }, 'the embedded store is back');
    },
    gaveUp: (reason) => breakWith(reason),
  };
  const store = await openStore(place, watch, signal);
  let anchor: AuditAnchor;
  try {
    anchor = await openAnchor(config.auditAnchor, (await store.auditEntries.head()) === null);
  } catch (error) {
    await store.close();
    throw unfitAnchor(config.auditAnchor, error) ?? error;
  }
  let isAnchored = true;
  const site: Site = {
    store: anchoredStore(store, {
      isAnchored: () => isAnchored,
      committed: async (link) => {
        try {
          await anchor.advance(link, store.auditEntries);
          isAnchored = true;
        } catch (err) {
          // What was asked for has been kept; that the log cannot be anchored is the operator's to hear.
          isAnchored = false;
          count('audit_anchor_failures');
          log.error({ err }, 'the head of the audit log could not be anchored');
        }
      },
    }),
    get catalog() {
      catalog ??= openCatalog(repositoryRoot);
      return catalog;
    },
    clock,
    random,
    pictures: openPictures((err) => log.error({ err }, 'sharp could not be loaded: no pictures are taken as evidence')),
    log,
    ...(config.mail === null ? {} : { mail: openSmtp(config.mail.url, config.mail.from) }),
    ...(config.identity === null ? {} : { identityProvider: openIdentityProvider(config.identity) }),
  };
  return { site, broken, anchor, close: () => store.close() };
};
