import { statfs } from 'node:fs/promises';
import type { Model, mongo } from 'mongoose';

/** How fit a store is to serve. */
export interface StoreState {
  /** `collection.index` of each index that should be there and is not, or is not unique though it should be. */
  readonly missingIndexes: readonly string[];
  /** Changes of the database that were not done. */
  readonly pendingMigrations: readonly string[];
  /** Room on the disk of the data folder; null for a server elsewhere. */
  readonly freeBytes: number | null;
  /** Whether the head of the audit log is anchored outside of the database; true where nothing anchors it. */
  readonly isAnchored: boolean;
}

const sameKey = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Which of the indexes that the schemas declare are missing. */
export const missingIndexes = async (models: readonly Model<never>[]): Promise<readonly string[]> => {
  const missing: string[] = [];
  for (const model of models) {
    const there = await model.collection.indexes();
    for (const [key, options] of model.schema.indexes()) {
      const found = there.find((index) => sameKey(index.key, key));
      const { unique } = options as { readonly unique?: boolean };
      if (found === undefined || (unique === true && found.unique !== true))
        missing.push(`${model.collection.collectionName}.${Object.keys(key).join('_')}`);
    }
  }
  return missing;
};

/** Writes one small document and waits until it is kept: a store that only answers is not yet one that saves. */
export const probeWriting = async (db: mongo.Db, writeConcern: mongo.WriteConcernSettings): Promise<void> => {
  const probes = db.collection<{ readonly _id: string; readonly at: Date }>('probes');
  await probes.updateOne({ _id: 'readiness' }, { $set: { at: new Date() } }, { upsert: true, writeConcern });
};

/** Room for what an ordinary user may write on the disk of a folder. */
export const freeBytesOf = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};
