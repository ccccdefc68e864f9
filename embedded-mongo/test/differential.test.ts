import { expect } from 'chai';
import fc from 'fast-check';
import type { Collection, Db, Document } from 'mongodb';
import { sharedStore } from './support/shared.js';
import type { Row } from './support/store.js';

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 6 }),
  fc.constantFrom('a', 'b', 'ab', '', null, true, false, 1.5, new Date(0), new Date(5)),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.array(fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }), { maxLength: 3 }) },
);
const row = fc.record({ a: value, b: value, c: value }, { requiredKeys: [] });
const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'b.x', 'b.y', 'c.y');

const condition: fc.Arbitrary<unknown> = fc.oneof(
  value,
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $gt: scalar, $lte: scalar }),
  fc.record({ $in: fc.array(scalar, { minLength: 1, maxLength: 4 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $nin: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $elemMatch: fc.record({ $gte: scalar, $lt: scalar }) }),
  fc.record({ $elemMatch: fc.record({ x: scalar, y: scalar }, { requiredKeys: ['x'] }) }),
  fc.record({ $regex: fc.constantFrom('^a', '^ab?', 'b$') }),
);
const clause = fc.tuple(path, condition).map(([name, test]) => ({ [name]: test }));
const query: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: clause },
  { weight: 3, arbitrary: fc.tuple(clause, clause).map(([one, other]) => ({ ...one, ...other })) },
  { weight: 1, arbitrary: fc.array(clause, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })) },
  { weight: 1, arbitrary: fc.array(clause, { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })) },
);
const indexes: Document[] = [{ a: 1 }, { a: -1 }, { 'a.x': 1 }, { 'b.x': 1, 'b.y': -1 }, { a: 1, 'b.x': 1 }, { c: -1, 'a.x': 1 }];

describe('indexes against no indexes', function () {
  this.timeout(60_000);
  let db: Db;

  const ids = async (rows: Collection<Row>, filter: Document, sort: Document): Promise<unknown[]> =>
    (await rows.find(filter, { sort: { ...sort, _id: 1 }, projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);

  before(async () => {
    db = (await sharedStore()).db();
  });

  it('find the same documents, in the same order, also after changes', async () => {
    const plain = db.collection<Row>('plain');
    const indexed = db.collection<Row>('indexed');
    const data = fc.array(row, { minLength: 10, maxLength: 40 });
    const sorts = fc.constantFrom<Document>({}, { a: 1 }, { a: -1 }, { a: 1, 'b.x': 1 }, { c: -1, 'a.x': 1 });
    await fc.assert(
      fc.asyncProperty(
        data,
        fc.subarray(indexes, { minLength: 1 }),
        fc.array(fc.tuple(query, sorts), { minLength: 8, maxLength: 8 }),
        query,
        row,
        async (rows, keys, queries, changed, now) => {
          const docs = rows.map((doc, _id) => ({ _id, ...doc }));
          const usable = keys.filter((key) => Object.keys(key).length === 1);
          for (const collection of [plain, indexed]) {
            await collection.drop();
            await collection.insertMany(docs);
          }
          for (const key of usable) await indexed.createIndex(key as Record<string, 1>);
          for (const round of [0, 1]) {
            for (const [filter, sort] of queries)
              expect(await ids(indexed, filter, sort), JSON.stringify({ filter, sort, usable })).to.deep.equal(
                await ids(plain, filter, sort),
              );
            if (round === 0) for (const collection of [plain, indexed]) await collection.updateMany(changed, { $set: now as Document });
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('agree on compound indexes over single values', async () => {
    const plain = db.collection<Row>('plain2');
    const indexed = db.collection<Row>('indexed2');
    const data = fc.array(fc.record({ a: scalar, b: scalar, c: scalar }, { requiredKeys: [] }), { minLength: 20, maxLength: 60 });
    const simple = fc.tuple(fc.constantFrom('a', 'b', 'c'), condition).map(([name, test]) => ({ [name]: test }));
    const filters = fc.tuple(simple, simple).map(([one, other]): Document => ({ ...one, ...other }));
    const sorts = fc.constantFrom<Document>({}, { a: 1 }, { a: -1, b: 1 }, { b: -1, c: 1 }, { a: 1, b: -1, c: 1 });
    await fc.assert(
      fc.asyncProperty(data, fc.array(fc.tuple(filters, sorts), { minLength: 10, maxLength: 10 }), async (rows, queries) => {
        const docs = rows.map((doc, _id) => ({ _id, ...doc }));
        for (const collection of [plain, indexed]) {
          await collection.drop();
          await collection.insertMany(docs);
        }
        for (const key of [
          { a: 1, b: -1, c: 1 },
          { b: -1, c: 1 },
        ] as Record<string, 1 | -1>[])
          await indexed.createIndex(key);
        for (const [filter, sort] of queries)
          expect(await ids(indexed, filter, sort), JSON.stringify({ filter, sort })).to.deep.equal(await ids(plain, filter, sort));
      }),
      { numRuns: 15 },
    );
  });
});
