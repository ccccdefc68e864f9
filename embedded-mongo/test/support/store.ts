import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObjectId } from 'bson';
import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';
import { type EmbeddedStore, start } from '../../src/index.js';

/** A new folder that `removeFolder` takes away again. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'em-'));

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Documents of tests: with any kind of _id. */
export interface Row {
  _id?: string | number | ObjectId;
  // biome-ignore lint/suspicious/noExplicitAny: tests store whatever MongoDB can hold
  [field: string]: any;
}

export interface TestStore {
  folder: string;
  store: EmbeddedStore;
  client: MongoClient;
  /** A database of its own for every caller. */
  db(): Db;
  close(): Promise<void>;
}

export const connect = (uri: string, options: MongoClientOptions = {}): Promise<MongoClient> =>
  MongoClient.connect(uri, { serverSelectionTimeoutMS: 5_000, ...options });

let databases = 0;

/** Starts a store in a folder and connects the official driver to it. */
export const openStore = async (folder = newFolder()): Promise<TestStore> => {
  const store = await start({ dataDir: folder });
  const client = await connect(store.uri);
  return {
    folder,
    store,
    client,
    db: () => client.db(`test_${++databases}`),
    close: async () => {
      await client.close();
      await store.stop();
      removeFolder(folder);
    },
  };
};

/** The error that a promise ends with; fails when there is none. */
export const refusal = async (promise: Promise<unknown>): Promise<Record<string, unknown> & Error> => {
  try {
    await promise;
  } catch (error) {
    return error as Record<string, unknown> & Error;
  }
  throw new Error('was not refused');
};
