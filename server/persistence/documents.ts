import type { ClientSession, Model, PipelineStage, QueryFilter, UpdateQuery } from 'mongoose';
import { onLine } from './line.js';
import { patiently, translated } from './store-errors.js';

/** A value kept under its `id`, which MongoDB calls `_id`. */
export interface Kept {
  readonly id: string;
}

/** A document as it lies in its collection. */
export type Lying<T extends Kept> = Omit<T, 'id'> & { _id: string };

/** How a value of the product lies in a document, where the two differ. Both ways together give back an equal value. */
export interface Shape<T extends Kept, D extends { _id: string }> {
  lay(value: T): D;
  lift(document: D): T;
}

/** The shape of values that lie as they are. */
export const asIs = <T extends Kept>(): Shape<T, Lying<T>> => ({
  lay: ({ id, ...rest }) => ({ _id: id, ...rest }),
  // The rest of T is what `lay` put there; the compiler cannot put a generic Omit together again.
  lift: ({ _id, ...rest }) => ({ id: _id, ...rest }) as unknown as T,
});

/** What a repository does with its collection. Everything is one plain command. */
export interface Documents<T extends Kept, D extends { _id: string }> {
  one(filter: QueryFilter<D>): Promise<T | null>;
  /** Whether the filter finds one; nothing but its id is fetched. */
  has(filter: QueryFilter<D>): Promise<boolean>;
  many(filter: QueryFilter<D>, sort: Readonly<Record<string, 1 | -1>>, limit?: number): Promise<readonly T[]>;
  /** Of those the filter finds these fields alone: the others do not leave the store. */
  part<K extends keyof D & string>(filter: QueryFilter<D>, fields: readonly K[]): Promise<readonly Pick<D, K | '_id'>[]>;
  /** What an aggregation gives: computed where the data is. */
  gathered<R>(pipeline: readonly PipelineStage[]): Promise<readonly R[]>;
  readonly add: (value: T) => Promise<void>;
  /** Replaces the one document the filter finds; tells whether there was one. */
  replace(filter: QueryFilter<D>, value: T): Promise<boolean>;
  /** Sets fields of every document the filter finds; returns how many. */
  set(filter: QueryFilter<D>, fields: Partial<D>): Promise<number>;
  /** Adds to a number of the one document the filter finds, in one command; the document as it is then, null when there is none. */
  increase(filter: QueryFilter<D>, field: keyof D & string, by: number): Promise<T | null>;
  /** Returns how many. */
  remove(filter: QueryFilter<D>): Promise<number>;
}

/**
 * The documents of one model, read and written in `session` when there is one.
 * Throws AlreadyThere and StoreUnavailable; in a transaction the driver's own errors, which decide whether it is repeated.
 */
export const documentsOf = <T extends Kept, D extends { _id: string }>(
  model: Model<D>,
  shape: Shape<T, D>,
  session: ClientSession | null,
): Documents<T, D> => {
  const within = session === null ? {} : { session };
  const { collectionName } = model.collection;
  const read = <R>(work: () => Promise<R>): Promise<R> =>
    session === null ? patiently(collectionName, () => onLine(model.db, work)) : work();
  const write = <R>(work: () => Promise<R>): Promise<R> =>
    session === null ? translated(collectionName, () => onLine(model.db, work)) : work();
  return {
    one: (filter) =>
      read(async () => {
        const found = await model.findOne(filter, null, within).lean<D>();
        return found === null ? null : shape.lift(found);
      }),
    has: (filter) => read(async () => (await model.findOne(filter, { _id: 1 }, within).lean()) !== null),
    many: (filter, sort, limit = 0) =>
      read(async () => {
        const found = await model.find(filter, null, within).sort(sort).limit(limit).lean<D[]>();
        return found.map((document) => shape.lift(document));
      }),
    part: (filter, names) =>
      read(async () => {
        const projection = Object.fromEntries(['_id', ...names].map((field) => [field, 1]));
        return await model.find(filter, projection, within).sort({ _id: 1 }).lean<D[]>();
      }),
    gathered: <R>(pipeline: readonly PipelineStage[]) => read(async () => await model.aggregate<R>([...pipeline], within)),
    add: (value) => write(async () => void (await new model(shape.lay(value)).save(within))),
    replace: (filter, value) => write(async () => (await model.replaceOne(filter, shape.lay(value), within)).matchedCount === 1),
    set: (filter, fields) => write(async () => (await model.updateMany(filter, { $set: fields }, within)).matchedCount),
    increase: (filter, field, by) =>
      write(async () => {
        const increment = { $inc: { [field]: by } } as unknown as UpdateQuery<D>;
        const found = await model.findOneAndUpdate(filter, increment, { returnDocument: 'after', ...within }).lean<D>();
        return found === null ? null : shape.lift(found);
      }),
    remove: (filter) => write(async () => (await model.deleteMany(filter, within)).deletedCount),
  };
};
