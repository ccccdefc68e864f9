import { type ClientSession, mongo } from 'mongoose';
import type { Migration } from './migration.js';

/** What lies in the collection `migrations`: one document for each that was done. */
interface Done {
  readonly _id: string;
  readonly at: Date;
}

const stamps = (db: mongo.Db) => db.collection<Done>('migrations');

/** Those of `all` that were not done yet, and those done that this version does not know. */
export const migrationState = async (
  db: mongo.Db,
  all: readonly Migration[],
): Promise<{ readonly pending: readonly Migration[]; readonly unknown: readonly string[] }> => {
  const done = new Set((await stamps(db).find({}).toArray()).map(({ _id }) => _id));
  const known = new Set(all.map(({ id }) => id));
  return { pending: all.filter(({ id }) => !done.has(id)), unknown: [...done].filter((id) => !known.has(id)) };
};

const repeatable = (error: unknown): unknown => {
  // Another process that started in the same moment stamped it; the next try finds that and does nothing.
  if (error instanceof mongo.MongoServerError && error.code === 11_000) error.addErrorLabel('TransientTransactionError');
  return error;
};

const doOnce = async (db: mongo.Db, session: ClientSession, { id, up }: Migration): Promise<void> => {
  if ((await stamps(db).findOne({ _id: id }, { session })) !== null) return;
  await up(db, session);
  try {
    await stamps(db).insertOne({ _id: id, at: new Date() }, { session });
  } catch (error) {
    throw repeatable(error);
  }
};

/** Does what was not done yet, each in one transaction: a start that is cut off leaves it undone or done, and the next one goes on. */
export const migrate = async (client: mongo.MongoClient, db: mongo.Db, all: readonly Migration[]): Promise<void> => {
  for (const migration of (await migrationState(db, all)).pending) {
    const session = client.startSession();
    try {
      await session.withTransaction(() => doOnce(db, session, migration));
    } finally {
      await session.endSession();
    }
  }
};
