import { resolve } from 'node:path';
import { decode } from '../bson/decode.js';
import { keysOf } from '../indexes/entries.js';
import { Scan } from '../indexes/scan.js';
import type { CompiledIndex } from '../indexes/spec.js';
import type { Collection } from '../storage/catalog.js';
import { documentKey, entryKey, ownedRange, recordOf } from '../storage/keys.js';
import type { ReadView } from '../storage/view.js';
import { openCopy } from './open-copy.js';
import type { CliCommand, Terminal } from './run.js';
import { positional } from './usage-error.js';

const CHUNK = 1000;

/** Every document has the index entries it should have. */
const checkDocuments = (view: ReadView, collection: Collection, faults: string[]): { documents: number; expected: Map<number, number> } => {
  const expected = new Map<number, number>();
  let documents = 0;
  const scan = new Scan(view, collection, { walks: [], sorted: false, reverse: false });
  for (let rows = scan.next(); rows.length > 0; rows = scan.next()) {
    for (const { record, bytes } of rows) {
      documents++;
      const doc = decode(bytes);
      for (const index of collection.indexes) {
        const { keys } = keysOf(index, doc);
        expected.set(index.id, (expected.get(index.id) ?? 0) + keys.length);
        for (const key of keys) {
          const holder = view.get('entries', entryKey(index.id, key, index.unique ? undefined : record));
          if (holder === undefined || recordOf(holder) !== record)
            faults.push(`${collection.db}.${collection.name}: record ${record} is missing in index ${index.spec.name}`);
        }
      }
    }
  }
  return { documents, expected };
};

/** Every index entry has its document. */
const checkEntries = (view: ReadView, collection: Collection, index: CompiledIndex, faults: string[]): number => {
  let entries = 0;
  let range = ownedRange(index.id);
  for (;;) {
    const chunk = view.range('entries', range, false, CHUNK);
    entries += chunk.length;
    for (const { value } of chunk) {
      if (view.get('documents', documentKey(collection.id, recordOf(value))) === undefined) {
        faults.push(
          `${collection.db}.${collection.name}: index ${index.spec.name} points to record ${recordOf(value)}, which does not exist`,
        );
      }
    }
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) return entries;
    range = { start: Buffer.concat([last.key, Buffer.from([0])]), end: range.end };
  }
};

/** Checks a store and prints one JSON line for every collection. */
export const report = async (folder: string, { stdout, stderr }: Terminal): Promise<number> => {
  const copy = await openCopy(folder);
  const faults: string[] = [];
  try {
    const view = copy.store.committed;
    for (const collection of copy.catalog.list()) {
      const { documents, expected } = checkDocuments(view, collection, faults);
      if (documents !== collection.count)
        faults.push(`${collection.db}.${collection.name}: ${documents} documents, but ${collection.count} are counted`);
      const indexes = collection.indexes.map((index) => {
        const entries = checkEntries(view, collection, index, faults);
        if (entries !== (expected.get(index.id) ?? 0))
          faults.push(
            `${collection.db}.${collection.name}: index ${index.spec.name} has ${entries} entries instead of ${expected.get(index.id) ?? 0}`,
          );
        return { name: index.spec.name, entries };
      });
      stdout.write(`${JSON.stringify({ namespace: `${collection.db}.${collection.name}`, documents, indexes })}\n`);
    }
  } finally {
    await copy.close();
  }
  for (const fault of faults) stderr.write(`${fault}\n`);
  stderr.write(faults.length === 0 ? 'verified: documents and indexes belong together\n' : `${faults.length} faults\n`);
  return faults.length === 0 ? 0 : 1;
};

/** verify DIR */
export const verify: CliCommand = async (args, terminal) => {
  const [folder] = positional(args, 'DIR').map((path) => resolve(path)) as [string];
  return report(folder, terminal);
};
