import type { start as startEmbedded } from 'embedded-mongo';
import { connect } from './connect.js';
import type { Store } from './store.js';

/** Where the answers are kept: a MongoDB server, or a folder served by the embedded store. */
export type StorePlace = { readonly uri: string } | { readonly dataDir: string };

/** What happens to the embedded store's process while the site runs. */
export interface StoreWatch {
  died(): void;
  restarted(ms: number): void;
  /** It cannot be kept running; the site cannot go on. */
  gaveUp(error: unknown): void;
}

type Embedded = Awaited<ReturnType<typeof startEmbedded>>;
/** More deaths than this within a minute are no accident. */
const deathsPerMinute = 10;
const minute = 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts the store's process again whenever it dies, on the same folder and under the same address, until `close`. */
const keepRunning = (startAgain: () => Promise<Embedded>, first: Embedded, watch: StoreWatch): (() => Promise<void>) => {
  let running = first;
  let closing = false;
  let deaths: number[] = [];
  const restart = async (): Promise<void> => {
    const begun = performance.now();
    deaths = [...deaths.filter((at) => begun - at < minute), begun];
    if (deaths.length > deathsPerMinute) throw new Error(`The embedded store died ${deaths.length} times within a minute`);
    await pause(20 * (deaths.length - 1) ** 2);
    running = await startAgain();
    if (running.uri !== first.uri) throw new Error('The embedded store came back under another address');
    watch.restarted(performance.now() - begun);
  };
  const guard = async (): Promise<void> => {
    await running.exited;
    while (!closing) {
      watch.died();
      await restart();
      await running.exited;
    }
  };
  guard().catch((error: unknown) => {
    if (!closing) watch.gaveUp(error);
  });
  return async () => {
    closing = true;
    await running.stop();
  };
};

/**
 * Opens the store: connects to the server named, or starts the embedded store on a folder (or joins the one that already serves it).
 * Throws UnfitStore, StoreUnavailable, and what the embedded store says of a folder it cannot use.
 */
export const openStore = async (place: StorePlace, watch: StoreWatch): Promise<Store> => {
  if ('uri' in place) return connect(place.uri);
  // Loaded only where it is used: a site on a MongoDB server needs nothing of it.
  const { start } = await import('embedded-mongo');
  const startStore = () => start({ dataDir: place.dataDir });
  const embedded = await startStore();
  const stop = keepRunning(startStore, embedded, watch);
  try {
    const store = await connect(embedded.uri);
    return {
      ...store,
      close: async () => {
        await store.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
