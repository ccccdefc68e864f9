import { expect } from 'chai';
import type { ClientSession, Collection, Db, MongoClient, MongoError } from 'mongodb';
import { sharedStore } from './support/shared.js';
import { newFolder, openStore, type Row, refusal } from './support/store.js';

describe('transactions', () => {
  let client: MongoClient;
  let db: Db;
  let accounts: Collection<Row>;
  const sessions: ClientSession[] = [];

  const session = (): ClientSession => {
    const opened = client.startSession();
    sessions.push(opened);
    return opened;
  };

  before(async () => {
    const store = await sharedStore();
    client = store.client;
    db = store.db();
  });

  beforeEach(async () => {
    accounts = db.collection('accounts');
    await accounts.drop();
    await accounts.insertMany([
      { _id: 'a', sum: 100 },
      { _id: 'b', sum: 0 },
    ]);
  });

  afterEach(async () => {
    for (const opened of sessions.splice(0)) await opened.endSession();
  });

  const sums = async (): Promise<unknown[]> => (await accounts.find().sort({ _id: 1 }).toArray()).map(({ sum }) => sum);

  it('shows its writes to itself at once and to others after the commit', async () => {
    const own = session();
    own.startTransaction();
    await accounts.updateOne({ _id: 'a' }, { $inc: { sum: -30 } }, { session: own });
    await accounts.updateOne({ _id: 'b' }, { $inc: { sum: 30 } }, { session: own });
    expect((await accounts.findOne({ _id: 'a' }, { session: own }))?.sum).to.equal(70);
    expect(await sums()).to.deep.equal([100, 0]);
    await own.commitTransaction();
    expect(await sums()).to.deep.equal([70, 30]);
  });

  it('leaves nothing of an aborted transaction, not even a collection', async () => {
    const own = session();
    own.startTransaction();
    await db.collection('fresh').insertOne({ x: 1 }, { session: own });
    await accounts.deleteMany({}, { session: own });
    await own.abortTransaction();
    expect(await sums()).to.deep.equal([100, 0]);
    expect(await db.listCollections({ name: 'fresh' }).toArray()).to.have.length(0);
  });

  it('reads the snapshot it began with', async () => {
    const own = session();
    own.startTransaction();
    await accounts.findOne({ _id: 'a' }, { session: own });
    await accounts.updateOne({ _id: 'b' }, { $set: { sum: 7 } });
    await accounts.insertOne({ _id: 'c', sum: 1 });
    expect(await accounts.find({}, { session: own }).toArray()).to.have.length(2);
    expect((await accounts.findOne({ _id: 'b' }, { session: own }))?.sum).to.equal(0);
    await own.commitTransaction();
  });

  it('gives way with a transient WriteConflict when another transaction is changing the document', async () => {
    const first = session();
    const second = session();
    first.startTransaction();
    second.startTransaction();
    await accounts.updateOne({ _id: 'a' }, { $inc: { sum: 1 } }, { session: first });
    const error = (await refusal(accounts.updateOne({ _id: 'a' }, { $inc: { sum: 1 } }, { session: second }))) as unknown as MongoError;
    expect(error.code).to.equal(112);
    expect(error.hasErrorLabel('TransientTransactionError')).to.equal(true);
    await first.commitTransaction();
    expect(await sums()).to.deep.equal([101, 0]);
  });

  it('does not commit over what someone else has written since', async () => {
    const own = session();
    own.startTransaction();
    await accounts.updateOne({ _id: 'a' }, { $inc: { sum: 1 } }, { session: own });
    await accounts.updateOne({ _id: 'a' }, { $set: { sum: 5 } });
    const error = (await refusal(own.commitTransaction())) as unknown as MongoError;
    expect(error.code).to.equal(112);
    expect(await sums()).to.deep.equal([5, 0]);
  });

  it('ends a transaction whose command was refused', async () => {
    const own = session();
    own.startTransaction();
    await accounts.insertOne({ _id: 'c', sum: 1 }, { session: own });
    expect(await refusal(accounts.insertOne({ _id: 'a' }, { session: own }))).to.include({ code: 11000 });
    expect(await refusal(own.commitTransaction())).to.include({ code: 251 });
    expect(await sums()).to.deep.equal([100, 0]);
  });

  it('keeps every increment of twenty parallel withTransaction', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        client.withSession((own) =>
          own.withTransaction(async () => {
            const found = await accounts.findOne({ _id: 'a' }, { session: own });
            await accounts.updateOne({ _id: 'a' }, { $set: { sum: (found?.sum as number) - 1 } }, { session: own });
            await accounts.updateOne({ _id: 'b' }, { $inc: { sum: 1 } }, { session: own });
          }),
        ),
      ),
    );
    expect(await sums()).to.deep.equal([80, 20]);
  });

  it('keeps unique keys unique between transactions', async () => {
    await accounts.createIndex({ email: 1 }, { unique: true, sparse: true });
    const first = session();
    const second = session();
    first.startTransaction();
    second.startTransaction();
    await accounts.insertOne({ email: 'x' }, { session: first });
    const error = (await refusal(accounts.insertOne({ email: 'x' }, { session: second }))) as unknown as MongoError;
    expect(error.hasErrorLabel('TransientTransactionError')).to.equal(true);
    await first.commitTransaction();
    expect(await accounts.countDocuments({ email: 'x' })).to.equal(1);
  });

  it('lets a session read what it has written: every answer tells a later time, and a read may ask for it', async () => {
    const own = session();
    const times = [];
    for (const _id of ['d', 'e', 'f']) times.push((await db.command({ insert: 'accounts', documents: [{ _id }] })).operationTime);
    expect(times[1].greaterThan(times[0]) && times[2].greaterThan(times[1])).to.equal(true);
    own.advanceOperationTime(times[2]);
    expect(await accounts.countDocuments({ _id: { $gt: 'c' } }, { session: own })).to.equal(3);
    own.startTransaction();
    expect(await accounts.findOne({ _id: 'f' }, { session: own })).to.deep.equal({ _id: 'f' });
    await own.commitTransaction();
  });

  it('refuses commands that have no place in a transaction', async () => {
    const own = session();
    own.startTransaction();
    expect(await refusal(db.command({ count: 'accounts' }, { session: own }))).to.include({ code: 263 });
  });

  it('reads an index and a range with its own changes on top', async () => {
    await accounts.createIndex({ sum: 1 });
    await accounts.insertMany(Array.from({ length: 50 }, (_, i) => ({ sum: i + 200 })));
    const own = session();
    own.startTransaction();
    await accounts.deleteOne({ sum: 210 }, { session: own });
    await accounts.insertOne({ sum: 210.5 }, { session: own });
    await accounts.updateOne({ sum: 211 }, { $set: { sum: 205.5 } }, { session: own });
    const found = await accounts
      .find({ sum: { $gte: 205, $lte: 212 } }, { session: own })
      .sort({ sum: 1 })
      .toArray();
    expect(found.map(({ sum }) => sum)).to.deep.equal([205, 205.5, 206, 207, 208, 209, 210.5, 212]);
    const down = await accounts
      .find({ sum: { $gte: 205, $lte: 212 } }, { session: own })
      .sort({ sum: -1 })
      .limit(3)
      .toArray();
    expect(down.map(({ sum }) => sum)).to.deep.equal([212, 210.5, 209]);
    await own.abortTransaction();
  });

  it('leaves an index that knows of arrays, whoever met the first one', async () => {
    const folder = newFolder();
    const first = await openStore(folder);
    const lists = first.client.db('d').collection<Row>('lists');
    await lists.createIndex({ n: 1 });
    const own = first.client.startSession();
    own.startTransaction();
    await lists.insertOne({ _id: 1, n: [1, 9] }, { session: own });
    await own.abortTransaction();
    await own.endSession();
    await lists.insertOne({ _id: 2, n: [1, 9] });
    await first.client.close();
    await first.store.stop();
    const second = await openStore(folder);
    expect(
      await second.client
        .db('d')
        .collection<Row>('lists')
        .find({ n: { $gt: 5, $lt: 3 } })
        .toArray(),
    ).to.have.length(1);
    await second.close();
  });
});
