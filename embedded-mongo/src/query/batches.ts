import { decode } from '../bson/decode.js';
import { decodePaths } from '../bson/decode-paths.js';
import type { Doc } from '../bson/values.js';
import { Scan } from '../indexes/scan.js';
import type { Collection } from '../storage/catalog.js';
import type { ReadView } from '../storage/view.js';
import { treeFor } from './paths.js';
import type { Prepared } from './select.js';

/** The selected documents in batches, with only the wanted paths decoded. In the plan's order; nothing is sorted here. */
export function* selectBatches(
  view: ReadView,
  collection: Collection,
  prepared: Prepared,
  paths: ReadonlySet<string> | 'all',
  limit: number,
): Generator<Doc[]> {
  const tree = treeFor(prepared.selection.query, paths);
  const scan = new Scan(view, collection, prepared.plan);
  let left = limit;
  for (let rows = scan.next(); rows.length > 0 && left > 0; rows = scan.next()) {
    const batch: Doc[] = [];
    for (const { bytes } of rows) {
      const doc = tree ? decodePaths(bytes, tree) : decode(bytes);
      if (!prepared.matches(doc)) continue;
      batch.push(doc);
      if (--left === 0) break;
    }
    if (batch.length > 0) yield batch;
  }
}
