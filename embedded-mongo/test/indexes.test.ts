import { expect } from 'chai';
import type { Collection, Db, Document } from 'mongodb';
import { sharedStore } from './support/shared.js';
import { type Row, refusal } from './support/store.js';

describe('indexes', () => {
  let db: Db;
  let things: Collection<Row>;

  const plan = async (query: Document, sort: Document = {}): Promise<Document> => {
    const explained = await things
      .find(query)
      .sort(sort as Record<string, 1>)
      .explain('executionStats');
    return explained as Document;
  };
  const usedIndex = (explained: Document): string | undefined => explained.queryPlanner.winningPlan.inputStage?.indexName;

  before(async () => {
    db = (await sharedStore()).db();
  });

  beforeEach(async () => {
    things = db.collection('things');
    await things.drop();
  });

  it('refuses a second document with the same unique key and names the key', async () => {
    await things.createIndex({ email: 1 }, { unique: true });
    await things.insertOne({ email: 'a@x.kr' });
    const error = await refusal(things.insertOne({ email: 'a@x.kr' }));
    expect(error).to.deep.include({ code: 11000, keyPattern: { email: 1 }, keyValue: { email: 'a@x.kr' } });
    expect(error.message).to.equal(
      `E11000 duplicate key error collection: ${db.databaseName}.things index: email_1 dup key: { email: "a@x.kr" }`,
    );
  });

  it('refuses to build a unique index over duplicates and leaves nothing of it', async () => {
    await things.insertMany([{ a: 1 }, { a: 1 }]);
    expect(await refusal(things.createIndex({ a: 1 }, { unique: true }))).to.include({ code: 11000 });
    expect(await things.indexes()).to.have.length(1);
  });

  it('counts 1, 1.0 and long 1 as one unique value, and missing as null', async () => {
    await things.createIndex({ a: 1 }, { unique: true });
    await things.insertOne({ a: 1 });
    await things.insertOne({});
    expect(await refusal(things.insertOne({ a: 1.0 }))).to.include({ code: 11000 });
    expect(await refusal(things.insertOne({ a: null }))).to.include({ code: 11000 });
  });

  it('leaves out what sparse and partial indexes leave out', async () => {
    await things.createIndex({ a: 1 }, { unique: true, sparse: true });
    await things.createIndex({ b: 1 }, { unique: true, partialFilterExpression: { live: true } });
    await things.insertMany([{ b: 1 }, { b: 1 }, { b: 1, live: true }]);
    expect(await refusal(things.insertOne({ b: 1, live: true }))).to.include({ code: 11000 });
    expect(usedIndex(await plan({ b: 1, live: true }))).to.equal('b_1');
    expect((await plan({ b: 1 })).queryPlanner.winningPlan.stage).to.equal('COLLSCAN');
  });

  it('reads only what an equality prefix and a range select, in index order', async () => {
    await things.createIndex({ kind: 1, at: -1 });
    await things.insertMany(Array.from({ length: 300 }, (_, i) => ({ kind: i % 3, at: i })));
    const explained = await plan({ kind: 1, at: { $gte: 100, $lt: 130 } }, { at: -1 });
    expect(usedIndex(explained)).to.equal('kind_1_at_-1');
    expect(explained.executionStats.nReturned).to.equal(10);
    expect(explained.executionStats.totalDocsExamined).to.be.at.most(12);
    const rows = await things
      .find({ kind: 1, at: { $gte: 100, $lt: 130 } })
      .sort({ at: -1 })
      .toArray();
    expect(rows.map(({ at }) => at)).to.deep.equal([127, 124, 121, 118, 115, 112, 109, 106, 103, 100]);
  });

  it('finds a document once although several of its elements are in range', async () => {
    await things.createIndex({ tags: 1 });
    await things.insertMany([
      { _id: 1, tags: [1, 5, 9] },
      { _id: 2, tags: [20] },
    ]);
    expect((await things.find({ tags: { $gt: 0, $lt: 10 } }).toArray()).map(({ _id }) => _id)).to.deep.equal([1]);
    // Different elements may meet the two bounds.
    expect((await things.find({ tags: { $gt: 6, $lt: 4 } }).toArray()).map(({ _id }) => _id)).to.deep.equal([1]);
  });

  it('refuses a compound index on two arrays of one document', async () => {
    await things.createIndex({ a: 1, b: 1 });
    expect(await refusal(things.insertOne({ a: [1], b: [2] }))).to.include({ code: 171 });
  });

  it('keeps keys that are longer than a page apart', async () => {
    await things.createIndex({ text: 1 }, { unique: true });
    const long = 'x'.repeat(5_000);
    await things.insertMany([{ text: `${long}a` }, { text: `${long}b` }]);
    expect(await refusal(things.insertOne({ text: `${long}a` }))).to.include({ code: 11000 });
    expect(await things.find({ text: `${long}b` }).toArray()).to.have.length(1);
  });

  it('refuses options that contradict an existing index', async () => {
    await things.createIndex({ a: 1 });
    expect(await things.createIndex({ a: 1 })).to.equal('a_1');
    expect(await refusal(things.createIndex({ a: 1 }, { name: 'other' }))).to.include({ code: 85 });
    expect(await refusal(things.createIndex({ b: 1 }, { name: 'a_1' }))).to.include({ code: 86 });
    expect(await refusal(things.createIndex({ a: 'text' }))).to.include({ code: 67 });
    expect(await refusal(things.dropIndex('nothing'))).to.include({ code: 27 });
  });

  it('keeps a unique, a sparse and a plain index on the same fields side by side', async () => {
    await things.createIndex({ a: 1 });
    await things.createIndex({ a: 1 }, { name: 'one', unique: true });
    await things.createIndex({ a: 1 }, { name: 'some', sparse: true });
    expect(await refusal(things.createIndex({ a: 1 }, { unique: true }))).to.include({ code: 86 });
    await things.insertOne({ a: 1 });
    expect(await refusal(things.insertOne({ a: 1 }))).to.include({ code: 11000 });
    expect((await things.listIndexes().toArray()).map(({ name }) => name)).to.deep.equal(['_id_', 'a_1', 'one', 'some']);
  });

  it('names the element of an array that is a duplicate', async () => {
    await things.createIndex({ 'tags.id': 1, kind: -1 }, { unique: true });
    await things.insertOne({ kind: 'k', tags: [{ id: 1 }, { id: 2 }] });
    const error = await refusal(things.insertOne({ kind: 'k', tags: [{ id: 3 }, { id: 2 }] }));
    expect(error.keyValue).to.deep.equal({ 'tags.id': 2, kind: 'k' });
    expect(error.message).to.include('dup key: { tags.id: 2, kind: "k" }');
  });

  it('hides an index from queries and shows it again, and changes how long documents live', async () => {
    await things.insertOne({ a: 1 });
    await things.createIndex({ a: 1 }, { expireAfterSeconds: 50 });
    const change = (index: object) => db.command({ collMod: 'things', index });
    const stage = async () => (await things.find({ a: 1 }).explain()).queryPlanner.winningPlan.stage;
    expect(await change({ name: 'a_1', hidden: true })).to.include({ hidden_old: false, hidden_new: true, ok: 1 });
    expect(await stage()).to.equal('COLLSCAN');
    expect(await things.find({ a: 1 }).toArray()).to.have.length(1);
    expect(await change({ keyPattern: { a: 1 }, hidden: false, expireAfterSeconds: 70 })).to.include({
      hidden_new: false,
      expireAfterSeconds_old: 50,
      expireAfterSeconds_new: 70,
    });
    expect(await stage()).to.equal('FETCH');
    expect((await things.listIndexes().toArray())[1]).to.include({ name: 'a_1', expireAfterSeconds: 70 });
  });

  it('finds equal strings of a collation through an index of that collation', async () => {
    const collation = { locale: 'en', strength: 2 };
    await things.createIndex({ name: 1 }, { unique: true, collation });
    await things.insertOne({ name: 'Kim' });
    expect(await refusal(things.insertOne({ name: 'KIM' }))).to.include({ code: 11000 });
    expect(await things.find({ name: 'kim' }, { collation }).toArray()).to.have.length(1);
    expect(await things.find({ name: 'kim' }).toArray()).to.have.length(0);
  });

  it('removes documents whose time is over', async function () {
    this.timeout(20_000);
    await things.createIndex({ until: 1 }, { expireAfterSeconds: 0 });
    await things.insertMany([{ until: new Date(Date.now() - 1000) }, { until: new Date(Date.now() + 60_000) }, { until: 'never' }]);
    const deadline = Date.now() + 15_000;
    while ((await things.estimatedDocumentCount()) > 2 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await things.estimatedDocumentCount()).to.equal(2);
  });
});
