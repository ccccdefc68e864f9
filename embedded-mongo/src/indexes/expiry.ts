import { decode } from '../bson/decode.js';
import { valuesAt } from '../matcher/path.js';
import type { Catalog } from '../storage/catalog.js';
import type { Commit } from '../storage/commit.js';
import { removeDocument } from '../storage/documents.js';
import type { Store } from '../storage/store.js';
import { plan } from './planner.js';
import { Scan } from './scan.js';
import type { CompiledIndex } from './spec.js';

/** Documents removed in one commit. */
const CHUNK = 500;

type Write = <T>(store: Store, catalog: Catalog, change: (commit: Commit) => T) => Promise<T>;

/** A document's time is the earliest date in the indexed field; without a date it never ends. */
const isExpired = (index: CompiledIndex, doc: Parameters<typeof valuesAt>[0], limit: number): boolean => {
  const path = index.fields[0]?.path ?? [];
  return valuesAt(doc, path).some((value) => value instanceof Date && value.getTime() <= limit);
};

/** Removes the documents whose time is over by a TTL index. */
export const expireDocuments = async (catalog: Catalog, store: Store, write: Write): Promise<number> => {
  let removed = 0;
  for (const collection of catalog.list()) {
    for (const index of collection.indexes) {
      const seconds = index.spec.expireAfterSeconds;
      const name = index.fields[0]?.name;
      if (seconds === undefined || name === undefined) continue;
      const limit = Date.now() - seconds * 1000;
      const query = { [name]: { $lte: new Date(limit) } };
      let found: number;
      do {
        found = await write(store, catalog, (commit) => {
          const current = catalog.find(collection.db, collection.name);
          if (current?.id !== collection.id) return 0;
          const scan = new Scan(commit, current, plan(current, { query }));
          const doomed = [];
          for (let rows = scan.next(); rows.length > 0 && doomed.length < CHUNK; rows = scan.next()) {
            for (const { record, bytes } of rows) {
              const doc = decode(bytes);
              if (isExpired(index, doc, limit) && (!index.partial || index.partial(doc))) doomed.push({ record, doc });
            }
          }
          for (const { record, doc } of doomed) removeDocument(commit, current, record, doc);
          return doomed.length;
        });
        removed += found;
      } while (found >= CHUNK);
    }
  }
  return removed;
};
