import { expect } from 'chai';
import type { Collection } from 'mongodb';
import { openStore, type Row, refusal, type TestStore } from './support/store.js';

/** More than one commit takes. */
const MANY = 3_500;

describe('a change of very many documents', function () {
  this.timeout(60_000);
  let test: TestStore;
  let rows: Collection<Row>;
  before(async () => {
    test = await openStore();
  });
  after(() => test.close());
  beforeEach(async () => {
    rows = test.db().collection<Row>('rows');
    await rows.createIndex({ n: 1 });
    await rows.insertMany(Array.from({ length: MANY }, (_, n) => ({ _id: n, n, kind: n % 2 === 0 ? 'even' : 'odd' })));
  });

  it('meets every document once, though it moves in the index that finds it', async () => {
    const result = await rows.updateMany({ n: { $gte: 0 } }, { $inc: { n: 10_000 } });
    expect(result).to.include({ matchedCount: MANY, modifiedCount: MANY });
    expect(await rows.countDocuments({ n: { $gte: 10_000, $lt: 10_000 + MANY } })).to.equal(MANY);
  });

  it('lets others through in between', async () => {
    const order: string[] = [];
    const change = rows.updateMany({}, { $set: { seen: true } }).then(() => order.push('changed'));
    await rows.findOne({ _id: 0 }).then(() => order.push('found'));
    await change;
    expect(order).to.deep.equal(['found', 'changed']);
  });

  it('deletes them all, and counts them', async () => {
    expect((await rows.deleteMany({ kind: 'odd' })).deletedCount).to.equal(MANY / 2);
    expect(await rows.estimatedDocumentCount()).to.equal(MANY / 2);
    expect(await rows.countDocuments({ n: { $gte: 0 } })).to.equal(MANY / 2);
  });

  it('inserts when it finds none and may', async () => {
    const result = await rows.updateMany({ kind: 'neither' }, { $set: { n: -1 } }, { upsert: true });
    expect(result).to.include({ matchedCount: 0, upsertedCount: 1 });
    expect(await rows.findOne({ kind: 'neither' }, { projection: { _id: 0 } })).to.deep.equal({ kind: 'neither', n: -1 });
  });

  it('stops at the document that refuses it', async () => {
    await rows.createIndex({ mark: 1 }, { unique: true, sparse: true });
    expect(await refusal(rows.updateMany({}, { $set: { mark: 1 } }))).to.include({ code: 11_000 });
    expect(await rows.countDocuments({ mark: 1 })).to.equal(1);
  });

  it('is one change inside a transaction', async () => {
    const session = test.client.startSession();
    session.startTransaction();
    expect((await rows.updateMany({}, { $set: { seen: true } }, { session })).modifiedCount).to.equal(MANY);
    expect(await rows.countDocuments({ seen: true })).to.equal(0);
    await session.abortTransaction();
    await session.endSession();
    expect(await rows.countDocuments({ seen: true })).to.equal(0);
  });
});
