import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'bson';
import { open } from 'lmdb';
import type { Collection } from 'mongodb';
import { start } from '../../src/index.js';
import { connect, type Row } from '../support/store.js';

/** `npm run bench -- [documents]`: what the store does per second, beside raw lmdb with the same documents in the same run. */
const COUNT = Number(process.argv[2] ?? 10_000);
const RUNS = 5;

const documentOf = (n: number): Row => ({
  _id: n,
  customer: `customer-${n % 997}`,
  at: new Date(1_600_000_000_000 + n * 60_000),
  status: ['open', 'paid', 'shipped', 'closed'][n % 4],
  total: (n * 7919) % 10_000,
  note: 'x'.repeat(400),
  items: Array.from({ length: 20 }, (_, i) => ({ sku: `sku-${(n + i) % 500}`, quantity: (n + i) % 9, price: ((n * i) % 1000) / 10 })),
});

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Median of the runs, in milliseconds. */
const time = async (work: (run: number) => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    await work(run);
    times.push(performance.now() - began);
  }
  return median(times);
};

const perSecond = (count: number, ms: number): number => Math.round((count / ms) * 1000);

const inBulk = async (rows: Collection<Row>, count: number): Promise<void> => {
  for (let from = 0; from < count; from += 1000) {
    await rows.insertMany(Array.from({ length: Math.min(1000, count - from) }, (_, i) => documentOf(from + i)));
  }
};

/** What the file itself can do: the same documents, written and read without a server, a protocol, or an index. */
const rawLmdb = async (folder: string) => {
  const db = open<Buffer, number>({ path: join(folder, 'raw.mdb'), encoding: 'binary', overlappingSync: false, compression: true });
  const bytes = Buffer.from(serialize(documentOf(1)));
  const single = await time(async (run) => {
    for (let i = 0; i < 200; i++) db.transactionSync(() => void db.put(run * 200 + i, bytes));
  });
  const bulk = await time(async () => {
    for (let from = 0; from < COUNT; from += 1000)
      db.transactionSync(() => void Array.from({ length: 1000 }, (_, i) => db.put(from + i, bytes)));
  });
  const gets = await time(async () => {
    for (let i = 0; i < 10_000; i++) db.get((i * 7919) % COUNT);
  });
  const scan = await time(async () => {
    for (const _ of db.getRange({}));
  });
  await db.close();
  return { put: perSecond(200, single), bulk: perSecond(COUNT, bulk), get: perSecond(10_000, gets), scan };
};

const anonymousMegabytes = (pid: number): number => {
  const line = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
};

const before = loadavg()[0];
const folder = mkdtempSync(join(tmpdir(), 'em-bench-'));
const raw = await rawLmdb(folder);
const starts = await time(async () => {
  const store = await start({ dataDir: join(folder, 'empty') });
  await store.stop();
});
const store = await start({ dataDir: join(folder, 'data') });
const client = await connect(store.uri);
const rows = client.db('bench').collection<Row>('orders');
await rows.createIndexes([{ key: { customer: 1, at: -1 } }, { key: { status: 1 } }, { key: { total: 1 } }]);
const began = performance.now();
await inBulk(rows, COUNT);
const bulk = performance.now() - began;
const single = await time(async (run) => {
  for (let i = 0; i < 200; i++) await rows.insertOne(documentOf(10_000_000 + run * 200 + i));
});
const parallel = await time(async (run) => {
  await Promise.all(Array.from({ length: 400 }, (_, i) => rows.insertOne(documentOf(20_000_000 + run * 400 + i))));
});
const byId = await time(async () => {
  for (let i = 0; i < 500; i++) await rows.findOne({ _id: (i * 7919) % COUNT });
});
const sorted = await time(async () => {
  for (let i = 0; i < 200; i++) await rows.find({ customer: `customer-${i}` }, { sort: { at: -1 }, limit: 10 }).toArray();
});
const update = await time(async () => {
  for (let i = 0; i < 200; i++) await rows.updateOne({ _id: i }, { $inc: { total: 1 } });
});
const matched = await time(() =>
  rows.aggregate([{ $match: { total: { $lt: 200 } } }, { $group: { _id: '$status', n: { $sum: 1 } } }]).toArray(),
);
const group = await time(() => rows.aggregate([{ $group: { _id: '$status', total: { $sum: '$total' }, n: { $sum: 1 } } }]).toArray());
const unwind = await time(() =>
  rows.aggregate([{ $unwind: '$items' }, { $group: { _id: '$items.sku', n: { $sum: '$items.quantity' } } }]).toArray(),
);
const scan = await time(async () => {
  for await (const _ of rows.find({}, { batchSize: 1000 }));
});
const { pid } = await client.db('admin').command({ serverStatus: 1 });
/** How much of what the file can do is left at the client. */
const share = (ours: number, raw: number): number => Number((ours / raw).toPrecision(2));
const rates = {
  'insertOne/s': perSecond(200, single),
  'insertOne/s, 400 at once': perSecond(400, parallel),
  'insertMany documents/s': perSecond(COUNT, bulk),
  'find by _id/s': perSecond(500, byId),
  'indexed find + sort + limit 10/s': perSecond(200, sorted),
  'updateOne/s': perSecond(200, update),
};
const report = {
  documents: COUNT,
  'load before and after, processors': [before, loadavg()[0], availableParallelism()],
  ...rates,
  '$match on an index (2 %) + $group, ms': Math.round(matched),
  'full $group, ms': Math.round(group),
  'full $unwind (20) + $group, ms': Math.round(unwind),
  'read all by cursor, ms': Math.round(scan),
  'start and stop, ms': Math.round(starts),
  'anonymous memory, MB': anonymousMegabytes(pid),
  'file, MB': Math.round(
    readdirSync(join(folder, 'data')).reduce((sum, name) => sum + statSync(join(folder, 'data', name)).size, 0) / 1_048_576,
  ),
  'raw lmdb': { 'durable put/s': raw.put, 'put/s in bulk': raw.bulk, 'get/s': raw.get, 'read all, ms': Math.round(raw.scan) },
  'against raw lmdb': {
    'insertOne, of durable puts': share(rates['insertOne/s'], raw.put),
    'insertOne 400 at once, of durable puts': share(rates['insertOne/s, 400 at once'], raw.put),
    'insertMany, of puts in bulk': share(rates['insertMany documents/s'], raw.bulk),
    'find by _id, of gets': share(rates['find by _id/s'], raw.get),
    'indexed find, of 10 gets': share(rates['indexed find + sort + limit 10/s'], raw.get / 10),
    'updateOne, of durable puts': share(rates['updateOne/s'], raw.put),
    'full $group, times the reading': share(group, raw.scan),
    'full $unwind + $group, times the reading': share(unwind, raw.scan),
    'read all by cursor, times the reading': share(scan, raw.scan),
  },
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
await client.close();
await store.stop();
rmSync(folder, { recursive: true, force: true });
