import { MongoClient } from 'mongodb';
import { start } from '../../src/index.js';
import { newFolder, removeFolder } from '../support/store.js';
import { readCases } from './cases.js';
import { indexable, runCase } from './run-case.js';

/** Runs every case against the server at the given address, or against a store of its own: `npm run conformance -- [--uri URI]`. */
const [uri] = process.argv.slice(2).filter((argument) => argument !== '--uri');
const folder = newFolder();
const store = uri === undefined ? await start({ dataDir: folder }) : undefined;
const client = await MongoClient.connect(uri ?? (store?.uri as string));
const db = client.db(`conformance_${Date.now()}`);
let passed = 0;
const failures: string[] = [];
for (const file of readCases()) {
  for (const test of file.cases) {
    for (const indexes of [[], indexable(test)]) {
      try {
        await runCase(db, file, test, indexes);
        passed++;
      } catch (error) {
        failures.push(
          `${file.name}: ${test.name}${indexes.length > 0 ? ` (indexed: ${indexes.join(', ')})` : ''}: ${(error as Error).message}`,
        );
      }
      if (indexable(test).length === 0) break;
    }
  }
}
await db.dropDatabase();
await client.close();
await store?.stop();
removeFolder(folder);
for (const failure of failures) process.stderr.write(`${failure}\n`);
process.stdout.write(`${JSON.stringify({ passed, failed: failures.length })}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
