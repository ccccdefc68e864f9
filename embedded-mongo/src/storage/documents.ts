import type { Doc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import { keysOf, valuesUnder } from '../indexes/entries.js';
import type { CompiledIndex } from '../indexes/spec.js';
import type { Collection } from './catalog.js';
import { documentKey, encodedValues, entryKey, type RecordId, recordBytes, recordOf } from './keys.js';
import type { WriteView } from './view.js';

/** MongoDB's limit for one document. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

export const checkSize = (bytes: Buffer): void => {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new MongoError(
      'BSONObjectTooLarge',
      `BSONObj size: ${bytes.length} (0x${bytes.length.toString(16).toUpperCase()}) is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}(16MB)`,
    );
  }
};

const duplicateKey = (collection: Collection, index: CompiledIndex, doc: Doc, entry: Buffer): MongoError => {
  const keyValue = valuesUnder(index, doc, encodedValues(entry));
  const shown = show(keyValue);
  return new MongoError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.db}.${collection.name} index: ${index.spec.name} dup key: ${shown}`,
    {
      keyPattern: index.spec.key,
      keyValue,
    },
  );
};

interface IndexChange {
  index: CompiledIndex;
  add: Buffer[];
  drop: Buffer[];
  multikey: boolean;
}

const changeOf = (index: CompiledIndex, record: RecordId, before: Doc | undefined, now: Doc | undefined): IndexChange => {
  const stored = (key: Buffer): Buffer => entryKey(index.id, key, index.unique ? undefined : record);
  const old = before ? keysOf(index, before).keys : [];
  const { keys, multikey } = now ? keysOf(index, now) : { keys: [], multikey: false };
  const kept = new Set(old.map((key) => key.toString('latin1')));
  const add = keys.filter((key) => !kept.delete(key.toString('latin1')));
  const drop = old.filter((key) => kept.has(key.toString('latin1')));
  return { index, add: add.map(stored), drop: drop.map(stored), multikey };
};

/** Refuses a change that would give two documents one key of a unique index, before anything is written. */
const checkUnique = (view: WriteView, collection: Collection, change: IndexChange, record: RecordId, doc: Doc): void => {
  if (!change.index.unique) return;
  for (const key of change.add) {
    const holder = view.get('entries', key);
    if (holder !== undefined && recordOf(holder) !== record) throw duplicateKey(collection, change.index, doc, key);
  }
};

const apply = (view: WriteView, collection: Collection, changes: IndexChange[], record: RecordId): void => {
  for (const { index, add, drop, multikey } of changes) {
    for (const key of drop) view.remove('entries', key);
    const value = recordBytes(record);
    for (const key of add) view.put('entries', key, value);
    if (multikey) view.markMultikey(collection, index);
  }
};

/** Stores a new document; its `_id` is present. */
export const insertDocument = (view: WriteView, collection: Collection, doc: Doc, bytes: Buffer): RecordId => {
  checkSize(bytes);
  const record = collection.nextRecord;
  const changes = collection.indexes.map((index) => changeOf(index, record, undefined, doc));
  for (const change of changes) checkUnique(view, collection, change, record, doc);
  collection.nextRecord++;
  view.put('documents', documentKey(collection.id, record), bytes);
  apply(view, collection, changes, record);
  view.addCount(collection, 1);
  return record;
};

/** A document in both of its forms. */
export interface Version {
  doc: Doc;
  bytes: Buffer;
}

/** Replaces a stored document by its next version. */
export const replaceDocument = (
  view: WriteView,
  collection: Collection,
  record: RecordId,
  before: Doc,
  { doc: now, bytes }: Version,
): void => {
  checkSize(bytes);
  const changes = collection.indexes.map((index) => changeOf(index, record, before, now));
  for (const change of changes) checkUnique(view, collection, change, record, now);
  view.put('documents', documentKey(collection.id, record), bytes);
  apply(view, collection, changes, record);
};

export const removeDocument = (view: WriteView, collection: Collection, record: RecordId, before: Doc): void => {
  const changes = collection.indexes.map((index) => changeOf(index, record, before, undefined));
  view.remove('documents', documentKey(collection.id, record));
  apply(view, collection, changes, record);
  view.addCount(collection, -1);
};

/** Adds one document to a new index. */
export const indexDocument = (view: WriteView, collection: Collection, index: CompiledIndex, record: RecordId, doc: Doc): void => {
  const change = changeOf(index, record, undefined, doc);
  checkUnique(view, collection, change, record, doc);
  apply(view, collection, [change], record);
};
