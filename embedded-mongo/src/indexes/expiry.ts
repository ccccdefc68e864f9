import { decode } from '../bson/decode.js';
import type { Doc } from '../bson/values.js';
import { valuesAt } from '../matcher/path.js';
import type { Catalog, Collection } from '../storage/catalog.js';
import { write } from '../storage/commit.js';
import { removeDocument } from '../storage/documents.js';
import type { RecordId } from '../storage/keys.js';
import type { Store } from '../storage/store.js';
import type { ReadView } from '../storage/view.js';
import { plan } from './planner.js';
import { Scan } from './scan.js';
import type { CompiledIndex } from './spec.js';

/** Documents removed in one commit. */
const CHUNK = 500;

/** A document's time is the earliest date in the indexed field; without a date it never ends. */
const isExpired = (index: CompiledIndex, doc: Doc, limit: number): boolean =>
  (!index.partial || index.partial(doc)) &&
  valuesAt(doc, index.fields[0]?.path ?? []).some((value) => value instanceof Date && value.getTime() <= limit);

const findExpired = (view: ReadView, collection: Collection, index: CompiledIndex, limit: number): { record: RecordId; doc: Doc }[] => {
  const found: { record: RecordId; doc: Doc }[] = [];
  const query = { [index.fields[0]?.name ?? '']: { $lte: new Date(limit) } };
  const scan = new Scan(view, collection, plan(collection, { query }));
  for (let rows = scan.next(); rows.length > 0 && found.length < CHUNK; rows = scan.next()) {
    for (const { record, bytes } of rows) {
      const doc = decode(bytes);
      if (isExpired(index, doc, limit)) found.push({ record, doc });
    }
  }
  return found;
};

/** Removes the documents whose time is over by one TTL index. */
const expire = async (catalog: Catalog, store: Store, collection: Collection, index: CompiledIndex, seconds: number): Promise<void> => {
  const limit = Date.now() - seconds * 1000;
  // A look first: a commit costs a flush of the disk.
  let left = findExpired(store.committed, collection, index, limit).length;
  while (left > 0) {
    left = await write(store, catalog, (commit) => {
      if (catalog.find(collection.db, collection.name) !== collection) return 0;
      const found = findExpired(commit, collection, index, limit);
      for (const { record, doc } of found) removeDocument(commit, collection, record, doc);
      return found.length;
    });
  }
};

/** Removes the documents whose time is over by a TTL index. */
export const expireDocuments = async (catalog: Catalog, store: Store): Promise<void> => {
  for (const collection of catalog.list()) {
    for (const index of collection.indexes) {
      const seconds = index.spec.expireAfterSeconds;
      if (seconds !== undefined) await expire(catalog, store, collection, index, seconds);
    }
  }
};
