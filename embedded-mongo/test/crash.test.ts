import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { type MongoClient, MongoServerError } from 'mongodb';
import { run } from '../src/cli/run.js';
import { start } from '../src/index.js';
import { connect, newFolder, type Row, removeFolder } from './support/store.js';

const ROUNDS = Number(process.env.EMBEDDED_MONGO_CRASH_ROUNDS ?? 5);
const WRITERS = 12;

/** What the store has acknowledged so far. */
interface Acknowledged {
  inserted: Set<string>;
  counts: number[];
  moved: number[];
}

/** Inserts, counts up and moves amounts between two documents until the store is gone. */
const write = async (client: MongoClient, round: number, writer: number, done: Acknowledged): Promise<void> => {
  const rows = client.db('d').collection<Row>('rows');
  const pairs = client.db('d').collection<Row>('pairs');
  const session = client.startSession();
  try {
    for (let i = 0; ; i++) {
      const id = `${round}-${writer}-${i}`;
      await rows.insertOne({ _id: id, text: 'x'.repeat(500) });
      done.inserted.add(id);
      await rows.updateOne({ _id: `count-${writer}` }, { $inc: { n: 1 } }, { upsert: true });
      done.counts[writer] = (done.counts[writer] ?? 0) + 1;
      session.startTransaction();
      await pairs.updateOne({ _id: `from-${writer}` }, { $inc: { n: -1 } }, { session, upsert: true });
      await pairs.updateOne({ _id: `to-${writer}` }, { $inc: { n: 1 } }, { session, upsert: true });
      await session.commitTransaction();
      done.moved[writer] = (done.moved[writer] ?? 0) + 1;
    }
  } catch (error) {
    // The end of the store is the end of the writer, in whatever words the driver reports it; a refusal would be a fault.
    if (error instanceof MongoServerError) throw error;
  } finally {
    await session.endSession();
  }
};

describe('kill -9 of the store', function () {
  this.timeout(20_000 + ROUNDS * 20_000);

  it(`loses no acknowledged write and shows no half transaction in ${ROUNDS} rounds`, async () => {
    const folder = newFolder();
    const done: Acknowledged = { inserted: new Set(), counts: [], moved: [] };
    for (let round = 0; round < ROUNDS; round++) {
      const store = await start({ dataDir: folder });
      const client = await connect(store.uri, { retryWrites: false, serverSelectionTimeoutMS: 300, maxPoolSize: WRITERS });
      // A collection that two transactions make at once would be a conflict.
      if (round === 0) await client.db('d').createCollection('pairs');
      const writers = Array.from({ length: WRITERS }, (_, writer) => write(client, round, writer, done));
      // In the midst of the work, however slow the machine.
      while (done.inserted.size < 2 * WRITERS * (round + 1)) await wait(5);
      await wait((round * 97) % 250);
      process.kill(JSON.parse(readFileSync(join(folder, 'server.lock'), 'utf8')).pid, 'SIGKILL');
      await Promise.all(writers);
      await client.close();
      await store.exited;
    }
    const store = await start({ dataDir: folder });
    const client = await connect(store.uri);
    const rows = await client.db('d').collection<Row>('rows').find().toArray();
    const pairs = await client.db('d').collection<Row>('pairs').find().toArray();
    const stored = new Map([...rows, ...pairs].map((row) => [row._id, row.n as number | undefined]));
    expect(done.inserted.size).to.be.greaterThan(ROUNDS * WRITERS);
    expect([...done.inserted].filter((id) => !stored.has(id))).to.deep.equal([]);
    for (let writer = 0; writer < WRITERS; writer++) {
      expect(stored.get(`count-${writer}`) ?? 0).to.be.at.least(done.counts[writer] ?? 0);
      expect(stored.get(`to-${writer}`) ?? 0).to.be.at.least(done.moved[writer] ?? 0);
      expect(stored.get(`from-${writer}`) ?? 0).to.equal(-(stored.get(`to-${writer}`) ?? 0));
    }
    await client.close();
    await store.stop();
    const lines: string[] = [];
    const terminal = { stdout: { write: (text: string) => lines.push(text) }, stderr: { write: (text: string) => lines.push(text) } };
    expect(await run(['verify', folder], terminal), lines.join('')).to.equal(0);
    removeFolder(folder);
  });
});
