import { randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';

/** An empty database on the server that MONGODB_URI names; `drop` removes that database and nothing else. */
export interface FreshDatabase {
  readonly uri: string;
  readonly drop: () => Promise<void>;
}

/** A fresh database for one test, or null when no server is named and the embedded store serves. */
export const freshDatabase = (): FreshDatabase | null => {
  const server = process.env.MONGODB_URI;
  if (server === undefined || server === '') return null;
  const address = new URL(server);
  address.pathname = `/onsil_test_${randomUUID()}`;
  const uri = address.href;
  return {
    uri,
    drop: async () => {
      const connection = await createConnection(uri).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
};
