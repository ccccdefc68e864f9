import type { EmbeddedStore } from 'embedded-mongo';
import { connect } from './connect.js';
import type { Store } from './store.js';
import { freeBytesOf } from './store-state.js';
import { damagedFile, unfitFolder } from './unfit-folder.js';

/** Where the answers are kept: a MongoDB server, or a folder served by the embedded store. */
export type StorePlace = { readonly uri: string } | { readonly dataDir: string };

/** What happens to the embedded store's process while the site runs. */
export interface StoreWatch {
  /** A line of its own log. */
  said(line: string): void;
  died(): void;
  restarted(ms: number): void;
  /** It cannot be kept running; the site cannot go on. */
  gaveUp(error: unknown): void;
}

/** More deaths than this within a minute are no accident. */
const deathsPerMinute = 10;
const minute = 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts the embedded store on a folder, or joins the one that already serves it. Throws UnfitStore for a folder it may not use,
 * UnusableData for a damaged file or a full disk.
 */
const startOn = async (dataDir: string, watch: StoreWatch, signal?: AbortSignal): Promise<EmbeddedStore> => {
  // Loaded only where it is used: a site on a MongoDB server needs nothing of it.
  const { DamagedStore, start } = await import('embedded-mongo');
  try {
    return await start({ dataDir, log: (line) => watch.said(line), ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    if (error instanceof DamagedStore) throw damagedFile(error.file, error.reason, error);
    throw unfitFolder(dataDir, error) ?? error;
  }
};

/** The store that is open now. When its process dies it is started again on the same folder, and this follows it there. */
class KeptStore {
  private closing = false;
  private deaths: number[] = [];

  private constructor(
    private running: EmbeddedStore,
    private connected: Store,
    private readonly dataDir: string,
    private readonly watch: StoreWatch,
  ) {}

  static async open(dataDir: string, watch: StoreWatch, signal?: AbortSignal): Promise<KeptStore> {
    const running = await startOn(dataDir, watch, signal);
    try {
      const kept = new KeptStore(running, await connect(running.uri), dataDir, watch);
      kept.guard().catch((error: unknown) => {
        if (!kept.closing) watch.gaveUp(error);
      });
      return kept;
    } catch (error) {
      await running.stop();
      throw error;
    }
  }

  get current(): Store {
    return this.connected;
  }

  private async guard(): Promise<void> {
    await this.running.exited;
    while (!this.closing) {
      this.watch.died();
      await this.restart();
      await this.running.exited;
    }
  }

  private async restart(): Promise<void> {
    const begun = performance.now();
    this.deaths = [...this.deaths.filter((at) => begun - at < minute), begun];
    if (this.deaths.length > deathsPerMinute) throw new Error(`The embedded store died ${this.deaths.length} times within a minute`);
    await pause(20 * (this.deaths.length - 1) ** 2);
    const before = this.running;
    this.running = await startOn(this.dataDir, this.watch);
    // Where a socket's path would be too long it listens on a port, which is another one each time.
    if (this.running.uri !== before.uri) {
      const old = this.connected;
      this.connected = await connect(this.running.uri);
      await old.close();
    }
    this.watch.restarted(performance.now() - begun);
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.connected.close();
    await this.running.stop();
  }
}

/**
 * Opens the store: connects to the server named, or starts the embedded store on a folder (or joins the one that already serves it).
 * @param signal ends an embedded store's start that is under way; its reason is then thrown
 * Throws UnfitStore, UnusableData, StoreUnavailable, and an error that names the embedded store's log when it does not start.
 */
export const openStore = async (place: StorePlace, watch: StoreWatch, signal?: AbortSignal): Promise<Store> => {
  if ('uri' in place) return connect(place.uri);
  const kept = await KeptStore.open(place.dataDir, watch, signal);
  return {
    get establishments() {
      return kept.current.establishments;
    },
    get rounds() {
      return kept.current.rounds;
    },
    get responses() {
      return kept.current.responses;
    },
    get responseVersions() {
      return kept.current.responseVersions;
    },
    get inventories() {
      return kept.current.inventories;
    },
    get invitations() {
      return kept.current.invitations;
    },
    get sessions() {
      return kept.current.sessions;
    },
    get accounts() {
      return kept.current.accounts;
    },
    get grants() {
      return kept.current.grants;
    },
    get assignments() {
      return kept.current.assignments;
    },
    get accountLinks() {
      return kept.current.accountLinks;
    },
    get auditEntries() {
      return kept.current.auditEntries;
    },
    transaction: (work) => kept.current.transaction(work),
    ping: () => kept.current.ping(),
    state: async () => ({ ...(await kept.current.state()), freeBytes: await freeBytesOf(place.dataDir) }),
    close: () => kept.close(),
  };
};
