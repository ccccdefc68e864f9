import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newApp } from '../../server/app.js';
import { type Catalog, openCatalog } from '../../server/catalog/catalog.js';
import { openPictures } from '../../server/evidence/pictures.js';
import type { Door } from '../../server/http/entry.js';
import { openLog } from '../../server/log.js';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { createInvitation } from '../../server/operations/create-invitation.js';
import { ensureRounds } from '../../server/operations/ensure-rounds.js';
import { openResponse } from '../../server/operations/open-response.js';
import type { OnBehalf, Respondent } from '../../server/operations/respondent.js';
import type { Establishment } from '../../server/persistence/establishments.js';
import type { StoredResponse } from '../../server/persistence/responses.js';
import type { Store } from '../../server/persistence/store.js';
import { repositoryRoot } from '../../server/root.js';
import type { Site } from '../../server/site.js';
import type { Edition } from '../../server/survey/edition.js';
import { rememberLog } from './all-logs.js';
import { Browser } from './http-client.js';
import { openTestStore } from './test-store.js';

/**
 * A clock that a test moves. It starts in a year that is still to come: the store removes what has expired by its own clock, and would take a
 * session of a year gone by from under a slow test.
 */
export class TestClock {
  constructor(private moment: Date = new Date('2096-03-02T00:30:00Z')) {}
  now(): Date {
    return new Date(this.moment);
  }
  pass(ms: number): void {
    this.moment = new Date(this.moment.getTime() + ms);
  }
}

let catalog: Catalog | null = null;
/** The catalog of the repository, read once for all tests. */
export const theCatalog = (): Catalog => {
  catalog ??= openCatalog(repositoryRoot);
  return catalog;
};

/** Everything the site logged, as text. */
export interface TestLog {
  readonly log: Site['log'];
  readonly text: () => string;
}

export const newTestLog = (): TestLog => {
  const lines: string[] = [];
  const stream = { write: (line: string) => lines.push(line) > 0 } as unknown as NodeJS.WritableStream;
  const text = (): string => lines.join('');
  rememberLog(text);
  return { log: openLog(stream, 'trace'), text };
};

/** A site of a test's own, without a web server. */
export interface TestSite {
  readonly site: Site;
  readonly clock: TestClock;
  readonly logged: () => string;
  /** How many commands the store was sent so far. */
  readonly commands: () => number;
  /** A new real establishment, and who speaks for it. */
  establishment(name?: string): Promise<{ readonly establishment: Establishment; readonly who: Respondent }>;
  close(): Promise<void>;
}

export const openTestSite = async (wrapped: (store: Store) => Store = (store) => store): Promise<TestSite> => {
  const opened = await openTestStore();
  const clock = new TestClock();
  const { log, text } = newTestLog();
  const random = { uuid: () => randomUUID(), secret: () => randomBytes(32).toString('base64url') };
  const pictures = openPictures((err) => log.error({ err }, 'sharp could not be loaded'));
  const site: Site = { store: wrapped(opened.store), catalog: theCatalog(), clock, random, pictures, log };
  await ensureRounds(site, false);
  return {
    site,
    clock,
    logged: text,
    commands: opened.commands,
    establishment: async (name = '한빛주물') => {
      const establishment = await addEstablishment(site, { name, businessNumber: null, example: null });
      return { establishment, who: { role: 'respondent', establishmentId: establishment.id, sessionId: randomUUID() } };
    },
    close: () => opened.close(),
  };
};

/** A site that serves on a port of its own. */
export interface ServedSite extends TestSite {
  readonly base: string;
  browser(): Browser;
  /** A browser that has entered for an establishment by a link of its own. */
  signedIn(establishmentId: string): Promise<Browser>;
  /** A second server of the same site, as another process would be. */
  beside(): Promise<{ browser(): Browser; close(): Promise<void> }>;
}

/** Serves a site on a port of its own. */
const listening = async (site: Site, door: Door) => {
  const server = createServer(newApp(site, door));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { base, browser: () => new Browser(base), close };
};

export const serveTestSite = async (door: Door = { baseUrl: null }, wrapped?: (store: Store) => Store): Promise<ServedSite> => {
  const opened = await openTestSite(wrapped);
  const { base, browser, close } = await listening(opened.site, door);
  return {
    ...opened,
    base,
    browser,
    beside: () => listening(opened.site, door),
    signedIn: async (establishmentId) => {
      const { secret } = await createInvitation(opened.site, establishmentId, 'letter');
      const entered = browser();
      const reply = await entered.post(`/enter/${secret}`);
      if (reply.status !== 303) throw new Error(`Signing in was answered with ${reply.status}: ${reply.text}`);
      return entered;
    },
    close: async () => {
      await close();
      await opened.close();
    },
  };
};

/** The round every test site is asked in. */
export const roundId = 'sme-factory-2026';

/** The edition most tests answer: form M. */
export const editionM = (): Edition => theCatalog().surveys.editions['sme-factory-2026-m'] as Edition;

/** A response begun with form M. */
export const begun = (site: Site, who: OnBehalf): Promise<StoredResponse> => openResponse(site, who, roundId, 'M');
