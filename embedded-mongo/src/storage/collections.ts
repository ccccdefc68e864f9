import { UUID } from 'bson';
import type { Doc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { compileIndex, idIndex } from '../indexes/spec.js';
import type { Catalog, Collection } from './catalog.js';
import { ownedRange } from './keys.js';
import type { Table, WriteView } from './view.js';

/** Refuses names that MongoDB refuses. */
export const checkNamespace = (db: string, name: string): void => {
  if (name === '' || name.startsWith('.') || name.endsWith('.') || name.includes('\0')) {
    throw new MongoError('InvalidNamespace', `Invalid namespace specified '${db}.${name}'`);
  }
  if (name.startsWith('system.')) throw new MongoError('InvalidNamespace', `Invalid system namespace: ${db}.${name}`);
  if (name.includes('$')) throw new MongoError('InvalidNamespace', `Invalid collection name: ${name}`);
  if (Buffer.byteLength(`${db}.${name}`) > 255)
    throw new MongoError('InvalidNamespace', `Fully qualified namespace is too long. Namespace: ${db}.${name} Max: 255`);
};

export const checkDatabase = (db: string): void => {
  if (db === '' || db.length > 63 || /[/\\. "$\0]/.test(db)) throw new MongoError('InvalidNamespace', `Invalid database name: '${db}'`);
};

/** A collection that is not in the catalog yet. */
export const newCollection = (catalog: Catalog, db: string, name: string, options: Doc): Collection => {
  checkDatabase(db);
  checkNamespace(db, name);
  return {
    db,
    name,
    id: catalog.newId(),
    uuid: new UUID(),
    options,
    indexes: [compileIndex(idIndex(catalog.newId()))],
    nextRecord: 1,
    count: 0,
    changedAt: catalog.version,
  };
};

const CHUNK = 1000;

/** Removes everything that belongs to a collection's documents or to an index. */
export const clearOwned = (view: WriteView, table: Table, owner: number): void => {
  for (;;) {
    const entries = view.range(table, ownedRange(owner), false, CHUNK);
    for (const { key } of entries) view.remove(table, key);
    if (entries.length < CHUNK) return;
  }
};
