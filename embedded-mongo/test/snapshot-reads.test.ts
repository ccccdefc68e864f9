import { expect } from 'chai';
import type { ClientSession, Collection, Db, MongoClient } from 'mongodb';
import { Binary, Timestamp } from '../src/bson/values.js';
import { SnapshotReads } from '../src/transactions/snapshot-reads.js';
import { sharedStore } from './support/shared.js';
import { type Row, refusal } from './support/store.js';

describe('reads of a snapshot outside of transactions', () => {
  let client: MongoClient;
  let db: Db;
  let jars: Collection<Row>;
  let then: ClientSession;

  before(async () => {
    const store = await sharedStore();
    client = store.client;
    db = store.db();
  });

  beforeEach(async () => {
    jars = db.collection('jars');
    await jars.drop();
    await jars.insertMany(Array.from({ length: 300 }, (_, _id) => ({ _id: `${_id}`, kind: 'honey', grams: _id })));
    await jars.createIndex({ grams: 1 });
    then = client.startSession({ snapshot: true });
  });

  afterEach(() => then.endSession());

  const change = async (): Promise<void> => {
    await jars.updateMany({ grams: { $lt: 10 } }, { $set: { kind: 'jam' }, $inc: { grams: 1000 } });
    await jars.deleteMany({ grams: { $gte: 290, $lt: 300 } });
    await jars.insertOne({ _id: 'new', kind: 'salt', grams: 1 });
  };

  it('gives find, distinct and aggregate the state of the first of them', async () => {
    expect(await jars.find({ grams: { $lt: 5 } }, { session: then }).toArray()).to.have.length(5);
    await change();
    const grams = (await jars.find({ grams: { $lt: 5 } }, { session: then }).toArray()).map((jar) => jar.grams);
    expect(grams).to.have.members([0, 1, 2, 3, 4]);
    expect(await jars.distinct('kind', {}, { session: then })).to.deep.equal(['honey']);
    const sum = [{ $group: { _id: null, jars: { $sum: 1 }, most: { $max: '$grams' } } }];
    expect(await jars.aggregate(sum, { session: then }).toArray()).to.deep.equal([{ _id: null, jars: 300, most: 299 }]);
    expect(await jars.distinct('kind')).to.deep.equal(['honey', 'jam', 'salt']);
  });

  it('reads a cursor to its end as it was when it began', async () => {
    const cursor = jars.find({}, { session: then, batchSize: 50 });
    expect((await cursor.next())?.kind).to.equal('honey');
    await change();
    const rest = await cursor.toArray();
    expect(rest).to.have.length(299);
    expect(rest.every(({ kind }) => kind === 'honey')).to.equal(true);
  });

  it('gives another session the same state by its time', async () => {
    const first = await db.command({ find: 'jars', filter: { grams: 7 }, readConcern: { level: 'snapshot' } });
    await change();
    const readConcern = { level: 'snapshot', atClusterTime: first.cursor.atClusterTime };
    const again = await db.command({ find: 'jars', filter: { grams: 7 }, readConcern });
    expect(again.cursor.firstBatch).to.deep.equal(first.cursor.firstBatch);
    expect(again.cursor.atClusterTime).to.deep.equal(first.cursor.atClusterTime);
  });

  it('says that a collection was dropped since, and does not show the one of the same name', async () => {
    await jars.findOne({}, { session: then });
    await jars.drop();
    expect(await refusal(jars.findOne({}, { session: then }))).to.include({ code: 246 });
    await jars.insertOne({ _id: 'later' });
    expect(await refusal(jars.findOne({}, { session: then }))).to.include({ code: 246 });
  });

  it('writes nothing', async () => {
    const merge = { aggregate: 'jars', pipeline: [{ $merge: 'copies' }], cursor: {}, readConcern: { level: 'snapshot' } };
    expect(await refusal(db.command(merge))).to.have.property('code');
    expect(await db.listCollections({ name: 'copies' }).toArray()).to.deep.equal([]);
  });

  it('keeps a snapshot for a minute and a hundred at a time', () => {
    const released: number[] = [];
    let taken = 0;
    const snapshot = () => {
      const number = ++taken;
      return { get: () => undefined, range: () => [], release: () => released.push(number) };
    };
    const reads = new SnapshotReads({ snapshot } as never, { version: 0 } as never);
    const times = Array.from({ length: 101 }, (_, i) => new Timestamp({ t: 5, i }));
    const all = times.map((time) => reads.take(time));
    expect(released).to.deep.equal([1]);
    expect(() => reads.at(times[0] as Timestamp)).to.throw(/oldest available/);
    expect(() => all[0]?.get('documents', Buffer.alloc(1))).to.throw(/oldest available/);
    expect(reads.at(times[100] as Timestamp)).to.equal(all[100]);
    reads.sweep(Date.now() + 30_000);
    expect(released).to.have.length(1);
    reads.sweep(Date.now() + 61_000);
    expect(released).to.have.length(101);
  });

  it('tells every client a cluster time that it hands back', async () => {
    const { $clusterTime: time } = await db.command({ ping: 1 });
    expect(time.signature.hash).to.deep.equal(new Binary(Buffer.alloc(20)));
    const session = client.startSession();
    session.advanceClusterTime(time);
    expect(await db.command({ ping: 1 }, { session })).to.include({ ok: 1 });
    await session.endSession();
  });
});
