import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mongoose';
import { connect } from '../../server/persistence/connect.js';
import type { Store } from '../../server/persistence/store.js';
import { databaseAllowance } from './database-allowance.js';
import { freshDatabase } from './fresh-database.js';

/** A store of a test's own: a new database of MONGODB_URI's server, else an embedded store on a new folder. */
export interface TestStore {
  readonly store: Store;
  readonly uri: string;
  /** The same database without the product's schemas between. */
  readonly raw: Connection;
  /** How many commands the store was sent so far. */
  readonly commands: () => number;
  close(): Promise<void>;
}

/** Address of an empty database, and what clears it away. */
const emptyDatabase = async (): Promise<{ readonly uri: string; readonly remove: () => Promise<void> }> => {
  const fresh = freshDatabase();
  if (fresh !== null) return { uri: fresh.uri, remove: fresh.drop };
  const dataDir = await mkdtemp(join(tmpdir(), 'onsil-store-'));
  const { start } = await import('embedded-mongo');
  const embedded = await start({ dataDir });
  return {
    uri: embedded.uri,
    remove: async () => {
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export const openTestStore = async (): Promise<TestStore> => {
  const { uri, remove } = await emptyDatabase();
  const { watch, strangers } = databaseAllowance();
  let commands = 0;
  const store = await connect(uri, (name, command) => {
    commands++;
    watch(name, command);
  });
  const named = new URL(uri.replace(/^mongodb:\/\/[^/]*/, 'http://store')).pathname.length > 1;
  const raw = await createConnection(uri, named ? {} : { dbName: 'onsil' }).asPromise();
  return {
    store,
    uri,
    raw,
    commands: () => commands,
    close: async () => {
      await raw.close();
      await store.close();
      await remove();
      if (strangers.size > 0) throw new Error(`Not on the allow-list of docs/database.md: ${[...strangers].join(', ')}`);
    },
  };
};
