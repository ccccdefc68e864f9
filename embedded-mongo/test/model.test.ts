import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { MongoClient } from 'mongodb';
import { type EmbeddedStore, start } from '../src/index.js';
import { connect, newFolder, type Row, removeFolder } from './support/store.js';

interface Model {
  rows: Map<number, { n: number; tag: string }>;
}

/** The store under test, which commands may restart or kill. */
class Real {
  constructor(
    readonly folder: string,
    public store: EmbeddedStore,
    public client: MongoClient,
  ) {}

  static async open(folder: string): Promise<Real> {
    const store = await start({ dataDir: folder });
    return new Real(folder, store, await connect(store.uri));
  }

  get rows() {
    return this.client.db('model').collection<Row>('rows');
  }

  async again(kill: boolean): Promise<void> {
    await this.client.close();
    if (kill) process.kill(JSON.parse(readFileSync(join(this.folder, 'server.lock'), 'utf8')).pid, 'SIGKILL');
    else await this.store.stop();
    await this.store.exited;
    const { store, client } = await Real.open(this.folder);
    this.store = store;
    this.client = client;
  }
}

type Step = fc.AsyncCommand<Model, Real>;

const step = (name: string, run: (model: Model, real: Real) => Promise<void>): Step => ({ check: () => true, run, toString: () => name });

const id = fc.integer({ min: 0, max: 7 });
const tag = fc.constantFrom('a', 'b', 'c');
const sumOf = (model: Model): number => [...model.rows.values()].reduce((sum, { n }) => sum + n, 0);

const steps = [
  fc.tuple(id, fc.integer({ min: -9, max: 9 }), tag).map(([_id, n, t]) =>
    step(`insert ${_id}`, async (model, { rows }) => {
      const outcome = await rows.insertOne({ _id, n, tag: t }).then(
        () => 0,
        (error) => error.code as number,
      );
      expect(outcome).to.equal(model.rows.has(_id) ? 11000 : 0);
      if (outcome === 0) model.rows.set(_id, { n, tag: t });
    }),
  ),
  fc.tuple(tag, fc.integer({ min: 1, max: 5 })).map(([t, by]) =>
    step(`add ${by} to all of ${t}`, async (model, { rows }) => {
      const { modifiedCount } = await rows.updateMany({ tag: t }, { $inc: { n: by } });
      const hits = [...model.rows.values()].filter((row) => row.tag === t);
      for (const row of hits) row.n += by;
      expect(modifiedCount).to.equal(hits.length);
    }),
  ),
  fc.tuple(id, tag).map(([_id, t]) =>
    step(`upsert ${_id}`, async (model, { rows }) => {
      await rows.updateOne({ _id }, { $set: { tag: t }, $setOnInsert: { n: 0 } }, { upsert: true });
      model.rows.set(_id, { n: model.rows.get(_id)?.n ?? 0, tag: t });
    }),
  ),
  fc.integer({ min: -9, max: 9 }).map((least) =>
    step(`delete below ${least}`, async (model, { rows }) => {
      const { deletedCount } = await rows.deleteMany({ n: { $lt: least } });
      const doomed = [...model.rows].filter(([, { n }]) => n < least);
      for (const [_id] of doomed) model.rows.delete(_id);
      expect(deletedCount).to.equal(doomed.length);
    }),
  ),
  fc.tuple(id, id, fc.boolean()).map(([from, to, commit]) =>
    step(`move from ${from} to ${to}, ${commit ? 'commit' : 'abort'}`, async (model, { client, rows }) => {
      const session = client.startSession();
      session.startTransaction();
      await rows.updateOne({ _id: from }, { $inc: { n: -1 } }, { session });
      await rows.updateOne({ _id: to }, { $inc: { n: 1 } }, { session });
      await (commit ? session.commitTransaction() : session.abortTransaction());
      await session.endSession();
      if (!commit) return;
      const [giver, taker] = [model.rows.get(from), model.rows.get(to)];
      if (giver) giver.n--;
      if (taker) taker.n++;
    }),
  ),
  tag.map((t) =>
    step(`read ${t}`, async (model, { rows }) => {
      const expected = [...model.rows].filter(([, row]) => row.tag === t).map(([_id, row]) => ({ _id, ...row }));
      expect(await rows.find({ tag: t }).sort({ _id: 1 }).toArray()).to.deep.equal(expected.sort((a, b) => a._id - b._id));
      const [total] = await rows.aggregate([{ $group: { _id: null, sum: { $sum: '$n' } } }]).toArray();
      expect(total?.sum ?? 0).to.equal(sumOf(model));
      expect(await rows.estimatedDocumentCount()).to.equal(model.rows.size);
    }),
  ),
  fc.boolean().map((kill) => step(kill ? 'kill' : 'restart', (_model, real) => real.again(kill))),
];

describe('any sequence of operations', function () {
  this.timeout(60_000);

  it('leaves what a plain map would hold, also across restarts and kills', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: 'max' }), async (commands) => {
        const folder = newFolder();
        const real = await Real.open(folder);
        try {
          await real.rows.createIndexes([{ key: { tag: 1, n: -1 } }, { key: { n: 1 } }]);
          await fc.asyncModelRun(() => ({ model: { rows: new Map() }, real }), commands);
        } finally {
          await real.client.close();
          await real.store.stop();
          removeFolder(folder);
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
