import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EJSON } from 'bson';
import { Scan } from '../indexes/scan.js';
import { publicSpec } from '../indexes/spec.js';
import type { Collection } from '../storage/catalog.js';
import { makeFolder } from '../storage/make-folder.js';
import type { ReadView } from '../storage/view.js';
import { emptyFolder } from './backup.js';
import { openCopy } from './open-copy.js';
import type { CliCommand } from './run.js';
import { positional } from './usage-error.js';

/** Writes one collection: its documents one after the other as BSON, and its indexes as extended JSON. */
const dumpCollection = async (view: ReadView, collection: Collection, folder: string): Promise<number> => {
  makeFolder(folder);
  const file = await open(join(folder, `${encodeURIComponent(collection.name)}.bson`), 'wx', 0o600);
  let count = 0;
  try {
    const scan = new Scan(view, collection, { walks: [], sorted: false, reverse: false });
    for (let rows = scan.next(); rows.length > 0; rows = scan.next()) {
      for (const { bytes } of rows) await file.write(bytes);
      count += rows.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  const metadata = {
    options: collection.options,
    indexes: collection.indexes.map(publicSpec),
    uuid: collection.uuid.toString('hex'),
    collectionName: collection.name,
    type: 'collection',
  };
  const described = await open(join(folder, `${encodeURIComponent(collection.name)}.metadata.json`), 'wx', 0o600);
  try {
    await described.write(EJSON.stringify(metadata, { relaxed: false }));
    await described.sync();
  } finally {
    await described.close();
  }
  return count;
};

/** dump DIR TARGET: TARGET/<database>/<collection>.bson, as mongorestore reads it, from one consistent copy. */
export const dump: CliCommand = async (args, { stdout, stderr }) => {
  const [from, to] = positional(args, 'DIR', 'TARGET').map((path) => resolve(path)) as [string, string];
  emptyFolder(to);
  const copy = await openCopy(from);
  try {
    for (const collection of copy.catalog.list()) {
      const count = await dumpCollection(copy.store.committed, collection, join(to, collection.db));
      stderr.write(`${collection.db}.${collection.name}: ${count} documents\n`);
    }
  } finally {
    await copy.close();
  }
  stdout.write(`${JSON.stringify({ dump: to })}\n`);
  return 0;
};
