import { Decimal128, Double, EJSON, Int32, Long, ObjectId } from 'bson';
import { expect } from 'chai';
import type { Collection, Db } from 'mongodb';
import { sharedStore } from './support/shared.js';
import { type Row, refusal } from './support/store.js';

describe('create, read, update, delete', () => {
  let db: Db;
  let things: Collection<Row>;

  before(async () => {
    db = (await sharedStore()).db();
  });

  beforeEach(async () => {
    things = db.collection('things');
    await things.drop();
  });

  it('gives back what was stored, in the order it was stored', async () => {
    const docs = [
      { _id: 3, a: [1, { b: null }] },
      { _id: 1, when: new Date(0) },
      { _id: 2, id: new ObjectId() },
    ];
    await things.insertMany(docs);
    // As text: the driver's ObjectIds remember whether they were ever printed.
    expect(EJSON.stringify(await things.find().toArray())).to.equal(EJSON.stringify(docs));
  });

  it('keeps int32, int64, double and decimal apart through an update', async () => {
    await things.insertOne({
      _id: 1,
      int: new Int32(1),
      long: Long.fromNumber(2),
      double: new Double(3),
      decimal: Decimal128.fromString('4.50'),
    });
    await things.updateOne({ _id: 1 }, { $inc: { int: new Int32(1), long: new Int32(1), double: new Int32(1), decimal: new Int32(1) } });
    const types = { int: { $type: 'int' }, long: { $type: 'long' }, double: { $type: 'double' }, decimal: { $type: 'decimal' } };
    const found = await things.findOne(types);
    expect(found?.int).to.equal(2);
    expect(String(found?.decimal)).to.equal('5.50');
  });

  it('gives an _id to a document without one and puts it first', async () => {
    await db.command({ insert: 'things', documents: [{ a: 1 }] });
    const found = await things.findOne({ a: 1 });
    expect(Object.keys(found ?? {})).to.deep.equal(['_id', 'a']);
  });

  it('counts matched and modified documents apart', async () => {
    await things.insertMany([{ a: 1 }, { a: 2 }, { a: 3 }]);
    const result = await things.updateMany({ a: { $gte: 2 } }, { $set: { a: 2 } });
    expect(result).to.include({ matchedCount: 2, modifiedCount: 1, upsertedCount: 0 });
  });

  it('makes an upserted document of the query and the update', async () => {
    const result = await things.updateOne(
      { a: 1, b: { $eq: 2 }, c: { $gt: 3 } },
      { $set: { d: 4 }, $setOnInsert: { e: 5 } },
      { upsert: true },
    );
    expect(result.upsertedCount).to.equal(1);
    expect(await things.findOne({}, { projection: { _id: 0 } })).to.deep.equal({ a: 1, b: 2, d: 4, e: 5 });
  });

  it('reports each refused statement of an unordered batch and does the others', async () => {
    const error = await refusal(things.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }], { ordered: false }));
    const errors = error.writeErrors as { index: number; code: number }[];
    expect(errors.map(({ index, code }) => [index, code])).to.deep.equal([
      [1, 11000],
      [3, 11000],
    ]);
    expect(await things.estimatedDocumentCount()).to.equal(3);
  });

  it('stops an ordered batch at the first refused statement', async () => {
    const error = await refusal(things.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }]));
    expect(error).to.include({ code: 11000 });
    expect(await things.estimatedDocumentCount()).to.equal(1);
  });

  it('finds and modifies one document and returns it before or after', async () => {
    await things.insertMany([
      { _id: 1, n: 5 },
      { _id: 2, n: 3 },
    ]);
    expect(await things.findOneAndUpdate({}, { $inc: { n: 1 } }, { sort: { n: 1 }, returnDocument: 'after' })).to.deep.equal({
      _id: 2,
      n: 4,
    });
    expect(await things.findOneAndReplace({ _id: 1 }, { n: 9 })).to.deep.equal({ _id: 1, n: 5 });
    expect(await things.findOneAndDelete({ _id: 1 }, { projection: { _id: 0 } })).to.deep.equal({ n: 9 });
    expect(await things.findOneAndUpdate({ _id: 7 }, { $set: { n: 1 } })).to.equal(null);
  });

  it('changes a document that an update moves along its own index once', async () => {
    await things.createIndex({ n: 1 });
    await things.insertMany([{ n: 1 }, { n: 2 }, { n: 3 }]);
    await things.updateMany({ n: { $gt: 0 } }, { $inc: { n: 10 } });
    expect((await things.find().sort({ n: 1 }).toArray()).map(({ n }) => n)).to.deep.equal([11, 12, 13]);
  });

  it('reads a large result in batches and ends the cursor with its last one', async () => {
    await things.insertMany(Array.from({ length: 2500 }, (_, n) => ({ n })));
    const cursor = things.find({}, { batchSize: 700 }).sort({ n: -1 });
    const seen: unknown[] = [];
    for await (const { n } of cursor) seen.push(n);
    expect(seen).to.have.length(2500);
    expect(seen[0]).to.equal(2499);
    expect(cursor.id?.isZero() ?? true).to.equal(true);
  });

  it('refuses a cursor that was killed', async () => {
    await things.insertMany(Array.from({ length: 10 }, (_, n) => ({ n })));
    const { cursor } = await db.command({ find: 'things', batchSize: 2 });
    const id = cursor.id as Long;
    expect(await db.command({ killCursors: 'things', cursors: [id] }))
      .to.have.property('cursorsKilled')
      .with.length(1);
    expect(await refusal(db.command({ getMore: id, collection: 'things' }))).to.include({ code: 43, codeName: 'CursorNotFound' });
  });

  it('lists distinct values of arrays by their elements', async () => {
    await things.insertMany([{ t: ['b', 'a'] }, { t: 'c' }, { t: ['a'] }, {}]);
    expect(await things.distinct('t')).to.deep.equal(['a', 'b', 'c']);
  });

  it('renames, lists and drops collections', async () => {
    await things.insertOne({ _id: 1 });
    await things.rename('others');
    expect((await db.listCollections().toArray()).map(({ name }) => name))
      .to.include('others')
      .and.not.include('things');
    expect(await db.collection('others').findOne()).to.deep.equal({ _id: 1 });
    expect(await db.dropCollection('others')).to.equal(true);
  });

  it('keeps what is inserted while the same collection is being created', async () => {
    await Promise.all([
      things.insertOne({ _id: 1 }),
      db.createCollection('things'),
      things.insertOne({ _id: 2 }),
      things.createIndex({ a: 1 }),
    ]);
    expect(await things.find().toArray()).to.have.length(2);
  });
});
