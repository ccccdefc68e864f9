import type { EmbeddedStore } from 'embedded-mongo';
import { type ConnectedStore, connect, UnfitStore } from './connect.js';
import type { Store } from './store.js';
import { freeBytesOf } from './store-state.js';
import { damagedFile, UnusableData, unfitFolder } from './unfit-folder.js';

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

/** A store that is kept open: when its process dies it is started again on the same folder, and the line to it is renewed. */
class KeptStore {
  private closing = false;
  private deaths: number[] = [];
  /** Why it did not start the last time it did not. */
  private failure: unknown;
  private guarding: Promise<void> = Promise.resolve();

  private constructor(
    private running: EmbeddedStore,
    readonly connected: ConnectedStore,
    private readonly dataDir: string,
    private readonly watch: StoreWatch,
  ) {}

  static async open(dataDir: string, watch: StoreWatch, signal?: AbortSignal): Promise<KeptStore> {
    const running = await startOn(dataDir, watch, signal);
    try {
      const kept = new KeptStore(running, await connect(running.uri), dataDir, watch);
      kept.guarding = kept.guard().catch((error: unknown) => {
        if (!kept.closing) watch.gaveUp(error);
      });
      return kept;
    } catch (error) {
      await running.stop();
      throw error;
    }
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
    if (this.deaths.length > deathsPerMinute)
      throw new Error(`The embedded store died ${this.deaths.length} times within a minute`, { cause: this.failure });
    await pause(20 * (this.deaths.length - 1) ** 2);
    const running = await this.startAgain();
    if (running === null) return;
    this.running = running;
    if (this.closing) return running.stop();
    let gone = false;
    void running.exited.then(() => {
      gone = true;
    });
    try {
      // Even at the same address: nothing of the line to a process that has ended is of use, and the driver may not notice its end.
      await this.connected.renew(running.uri);
    } catch (error) {
      // Died again meanwhile: that is one more death.
      if (gone) return;
      throw error;
    }
    this.watch.restarted(performance.now() - begun);
  }

  /** Null when it ended before it was ready: one more death. What an operator must put right is thrown. */
  private async startAgain(): Promise<EmbeddedStore | null> {
    try {
      return await startOn(this.dataDir, this.watch);
    } catch (error) {
      if (error instanceof UnfitStore || error instanceof UnusableData) throw error;
      this.failure = error;
      return null;
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.connected.close();
    await this.running.stop();
    await this.guarding;
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
    ...kept.connected,
    state: async () => ({ ...(await kept.connected.state()), freeBytes: await freeBytesOf(place.dataDir) }),
    close: () => kept.close(),
  };
};
