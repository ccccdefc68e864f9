import { type Document, Long, Timestamp } from 'bson';
import { expect } from 'chai';
import type { Db } from 'mongodb';
import { sharedStore } from './support/shared.js';
import { refusal } from './support/store.js';

/** What is refused, and with which of MongoDB's codes. */
const refused: [string, Document, number][] = [
  ['an unknown command', { noSuchCommand: 1 }, 59],
  ['an unknown field of a command', { find: 'c', filter: {}, bogus: 1 }, 40415],
  ['an unknown top-level operator', { find: 'c', filter: { $bogus: 1 } }, 2],
  ['an unknown operator on a field', { find: 'c', filter: { a: { $bogus: 1 } } }, 2],
  ['$where', { find: 'c', filter: { $where: 'true' } }, 115],
  ['$text', { find: 'c', filter: { $text: { $search: 'x' } } }, 115],
  ['$near', { find: 'c', filter: { a: { $near: [0, 0] } } }, 115],
  ['an empty $and', { find: 'c', filter: { $and: [] } }, 2],
  ['$in without an array', { find: 'c', filter: { a: { $in: 1 } } }, 2],
  ['a broken pattern', { find: 'c', filter: { a: { $regex: '(' } } }, 51091],
  ['an unknown type', { find: 'c', filter: { a: { $type: 'nothing' } } }, 2],
  ['a negative limit', { find: 'c', limit: -1 }, 51024],
  ['a filter that is no document', { find: 'c', filter: 1 }, 14],
  ['an exclusion among inclusions', { find: 'c', projection: { a: 1, b: 0 } }, 31254],
  ['an inclusion among exclusions', { find: 'c', projection: { a: 0, b: 1 } }, 31253],
  ['a wrong sort direction', { find: 'c', sort: { a: 2 } }, 15975],
  ['a tailable cursor', { find: 'c', tailable: true }, 115],
  ['a hint on no index', { find: 'c', hint: 'nothing' }, 2],
  ['an unknown stage', { aggregate: 'c', pipeline: [{ $bogus: 1 }], cursor: {} }, 40324],
  ['an unknown expression', { aggregate: 'c', pipeline: [{ $project: { a: { $bogus: 1 } } }], cursor: {} }, 168],
  ['a stage with two names', { aggregate: 'c', pipeline: [{ $match: {}, $limit: 1 }], cursor: {} }, 40323],
  ['an aggregate without a cursor', { aggregate: 'c', pipeline: [] }, 9],
  ['a pattern of an index on text', { createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'a' }] }, 67],
  [
    'a partial index on what is not so',
    { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', partialFilterExpression: { b: { $ne: 1 } } }] },
    67,
  ],
  ['a collection of the system', { create: 'system.things' }, 73],
  ['a change of a collection without an index', { collMod: 'c', validator: {} }, 40415],
  ['a hidden _id index', { collMod: 'c', index: { name: '_id_', hidden: true } }, 2],
  ['a change of an index that is not there', { collMod: 'c', index: { name: 'nothing', hidden: true } }, 27],
  ['an unknown option of an index', { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', bogus: 1 }] }, 67],
  ['a capped collection', { create: 'capped', capped: true, size: 1000 }, 115],
  ['a view', { create: 'view', viewOn: 'c', pipeline: [] }, 115],
  ['a wrong collection name', { insert: 'a$b', documents: [{}] }, 73],
  ['an empty batch', { insert: 'c', documents: [] }, 16],
  ['a read of a snapshot by a command that has none', { count: 'c', readConcern: { level: 'snapshot' } }, 72],
  ['a past time without a snapshot', { find: 'c', readConcern: { atClusterTime: new Timestamp({ t: 1, i: 1 }) } }, 72],
  ['a snapshot that is not kept', { find: 'c', readConcern: { level: 'snapshot', atClusterTime: new Timestamp({ t: 1, i: 1 }) } }, 239],
  ['an unknown field of a read concern', { find: 'c', readConcern: { bogus: 1 } }, 40415],
  ['another version of the API', { ping: 1, apiVersion: '2' }, 322],
  ['an API without its version', { ping: 1, apiStrict: true }, 4886600],
  ['a command outside of a strict API', { distinct: 'c', key: 'a', apiVersion: '1', apiStrict: true }, 323],
  [
    'an index option outside of a strict API',
    { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', sparse: true }], apiVersion: '1', apiStrict: true },
    323,
  ],
  ['an order of the documents to update', { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } }, sort: { a: 1 } }] }, 40415],
  ['an update without a change', { update: 'c', updates: [{ q: {} }] }, 40414],
  ['a deletion of two', { delete: 'c', deletes: [{ q: {}, limit: 2 }] }, 9],
  [
    '$out under a linearizable read concern',
    { aggregate: 'c', pipeline: [{ $out: 'd' }], cursor: {}, readConcern: { level: 'linearizable' } },
    72,
  ],
  ['$out of a snapshot', { aggregate: 'c', pipeline: [{ $out: 'd' }], cursor: {}, readConcern: { level: 'snapshot' } }, 72],
  ['an unknown read concern', { find: 'c', readConcern: { level: 'bogus' } }, 9],
  ['a cursor that does not exist', { getMore: Long.fromNumber(123), collection: 'c' }, 43],
];

/** Updates that are refused as a write error of their statement. */
const refusedUpdates: [string, Document, number][] = [
  ['an unknown modifier', { $bogus: { a: 1 } }, 9],
  ['two changes of one field', { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['a change inside of a change', { $set: { 'a.b': 1 }, $unset: { a: 1 } }, 40],
  ['$inc by a text', { $inc: { n: 'x' } }, 14],
  ['$inc of a text', { $inc: { text: 1 } }, 14],
  ['$push on a number', { $push: { n: 1 } }, 2],
  ['$pop of a number', { $pop: { n: 1 } }, 14],
  ['$set through a number', { $set: { 'n.x': 1 } }, 28],
  ['a change of _id', { $set: { _id: 2 } }, 66],
  ['a replacement with another _id', { _id: 2, a: 1 }, 66],
  ['an empty path', { $set: { '': 1 } }, 56],
  ['a position without an array in the query', { $set: { 'list.$': 1 } }, 2],
  ['an identifier without a filter', { $set: { 'list.$[x]': 1 } }, 2],
  ['$rename to itself', { $rename: { n: 'n' } }, 2],
];

describe('what is refused', () => {
  let db: Db;

  before(async () => {
    db = (await sharedStore()).db();
    await db.collection<{ _id: number; [field: string]: unknown }>('c').insertOne({ _id: 1, n: 1, text: 't', list: [1, 2] });
  });

  for (const [what, command, code] of refused) {
    it(`refuses ${what} with code ${code}`, async () => {
      expect(await refusal(db.command(command))).to.include({ code });
    });
  }

  for (const [what, update, code] of refusedUpdates) {
    it(`refuses ${what} with code ${code}`, async () => {
      const reply = await db.command({ update: 'c', updates: [{ q: { _id: 1 }, u: update }] });
      expect(reply.writeErrors?.[0]).to.include({ index: 0, code });
      expect(reply).to.include({ n: 0, nModified: 0 });
    });
  }

  it('runs none of the statements of a command when one of them is malformed', async () => {
    const good = { q: { _id: 1 }, u: { $set: { n: 9 } } };
    const changes = db.command({ update: 'c', updates: [good, { ...good, sort: { n: 1 } }] });
    expect(await refusal(changes)).to.include({ code: 40415 });
    const deletions = db.command({ delete: 'c', deletes: [{ q: { _id: 1 }, limit: 1 }, { q: {} }] });
    expect(await refusal(deletions)).to.include({ code: 40414 });
  });

  it('left the document as it was', async () => {
    expect(await db.collection('c').findOne()).to.deep.equal({ _id: 1, n: 1, text: 't', list: [1, 2] });
  });

  it('ends a command at its time limit', async () => {
    const rows = db.collection('many');
    await rows.insertMany(Array.from({ length: 20_000 }, (_, n) => ({ n, text: 'x'.repeat(200) })));
    expect(await refusal(rows.find({ text: /y$/ }).maxTimeMS(1).toArray())).to.include({ code: 50 });
  });
});
