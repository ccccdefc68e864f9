import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Catalog } from '../storage/catalog.js';
import { Store } from '../storage/store.js';
import { backup, storeFolder } from './backup.js';

export interface Copy {
  store: Store;
  catalog: Catalog;
  close(): Promise<void>;
}

/** A private copy of a store, made while it may be serving, and removed on closing. It lies beside the store: its disk has the room. */
export const openCopy = async (folder: string): Promise<Copy> => {
  storeFolder(folder);
  const target = mkdtempSync(join(dirname(folder), '.embedded-mongo-copy-'));
  const silent = { write: () => undefined };
  await backup([folder, target], { stdout: silent, stderr: silent });
  const store = new Store(target);
  return {
    store,
    catalog: new Catalog(store),
    close: async () => {
      await store.close();
      rmSync(target, { recursive: true, force: true });
    },
  };
};
