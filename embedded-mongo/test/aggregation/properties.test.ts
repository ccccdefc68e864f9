import { expect } from 'chai';
import fc from 'fast-check';
import { compilePipeline } from '../../src/aggregation/compile-pipeline.js';
import { type Doc, Double, type Value } from '../../src/bson/values.js';
import { prune } from './pruning.js';
import { aggregate, answer, collect, contextOf, written } from './support.js';

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom<Value>(null, true, '', 'a', 'b', 1.5, new Double(1), 1n, new Date(0)),
);
const inner: fc.Arbitrary<Doc> = fc.record({ x: scalar, y: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })) }, { requiredKeys: [] });
const documents = fc
  .array(
    fc.record(
      {
        a: fc.oneof(scalar, fc.array(fc.oneof(scalar, inner), { maxLength: 3 })),
        b: inner,
        c: fc.array(inner, { maxLength: 3 }),
        d: scalar,
      },
      { requiredKeys: [] },
    ),
    {
      maxLength: 12,
    },
  )
  .map((docs) => docs.map((doc, _id): Doc => ({ _id, ...doc })));

const path = fc.constantFrom('a', 'b', 'b.x', 'b.y', 'c', 'c.x', 'c.y', 'd', '_id', 'a.x');
const expressionOf: fc.Arbitrary<Value> = fc.oneof(
  path.map((each) => `$${each}`),
  path.map((each): Value => ({ $ifNull: [`$${each}`, 'none'] })),
  fc.tuple(path, path).map(([one, other]): Value => ({ $cond: [{ $gt: [`$${one}`, `$${other}`] }, `$${one}`, 7] })),
  path.map((each): Value => ({ p: `$${each}`, q: 1 })),
);
const query: fc.Arbitrary<Doc> = fc.oneof(
  fc.tuple(path, scalar).map(([name, value]): Doc => ({ [name]: value })),
  fc.tuple(path, scalar).map(([name, value]): Doc => ({ [name]: { $gte: value } })),
  fc.tuple(path, path).map(([one, other]): Doc => ({ $or: [{ [one]: { $exists: true } }, { $expr: { $eq: [`$${one}`, `$${other}`] } }] })),
);

/** Stages after which whole documents still go on. */
const passing: fc.Arbitrary<Doc> = fc.oneof(
  query.map((each): Doc => ({ $match: each })),
  path.map((each): Doc => ({ $unwind: `$${each}` })),
  path.map((each): Doc => ({ $unwind: { path: `$${each}`, preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } })),
  fc.tuple(fc.constantFrom('n', 'b.n', 'c.n', 'd'), expressionOf).map(([name, value]): Doc => ({ $set: { [name]: value } })),
  fc.tuple(path, fc.constantFrom(1, -1)).map(([name, direction]): Doc => ({ $sort: { [name]: direction, _id: 1 } })),
  fc.integer({ min: 1, max: 5 }).map((n): Doc => ({ $limit: n })),
  fc.integer({ min: 0, max: 3 }).map((n): Doc => ({ $skip: n })),
);
/** Stages after which only what they name is left. */
const ending: fc.Arbitrary<Doc> = fc.oneof(
  fc
    .tuple(expressionOf, expressionOf)
    .map(([_id, value]): Doc => ({ $group: { _id, sum: { $sum: value }, all: { $push: value }, low: { $min: value } } })),
  fc
    .uniqueArray(fc.constantFrom('a', 'b.x', 'c.y', 'd'), { minLength: 1 })
    .map((names): Doc => ({ $project: Object.fromEntries(names.map((name) => [name, 1])) })),
  expressionOf.map((value): Doc => ({ $project: { _id: 0, value } })),
  fc.constant<Doc>({ $count: 'n' }),
  path.map((each): Doc => ({ $sortByCount: `$${each}` })),
  expressionOf.map((value): Doc => ({ $replaceWith: { value } })),
  fc
    .tuple(query, expressionOf)
    .map(([each, value]): Doc => ({ $facet: { one: [{ $match: each }, { $count: 'n' }], two: [{ $project: { value } }] } })),
);
const pipelines = fc
  .tuple(fc.array(passing, { maxLength: 3 }), fc.option(ending, { nil: undefined }), fc.array(passing, { maxLength: 1 }))
  .map(([before, end, after]) => [...before, ...(end ? [end, ...after] : [])]);

/** Runs in batches of the given size, over pruned or whole documents. */
const run = async (docs: readonly Doc[], stages: Doc[], { pruned = false, size = 1000, sorted = false }): Promise<string> => {
  const pipeline = compilePipeline(stages, contextOf());
  const found = answer(docs, pipeline, sorted);
  const given = pruned ? prune(found, pipeline.lead.paths) : found;
  const batches: (readonly Doc[])[] = [];
  for (let at = 0; at < given.length; at += size) batches.push(given.slice(at, at + size));
  try {
    return written(await collect(pipeline.run(batches, sorted)));
  } catch (error) {
    return `fails: ${(error as Error).message}`;
  }
};

describe('any aggregation', () => {
  it('gives the same for documents that hold only the paths it says it reads', () =>
    fc.assert(
      fc.asyncProperty(documents, pipelines, async (docs, stages) => {
        expect(await run(docs, stages, { pruned: true })).to.equal(await run(docs, stages, {}));
      }),
      { numRuns: 400 },
    ));

  it('gives the same however its input is cut into batches', () =>
    fc.assert(
      fc.asyncProperty(documents, pipelines, fc.integer({ min: 1, max: 3 }), async (docs, stages, size) => {
        expect(await run(docs, stages, { size })).to.equal(await run(docs, stages, {}));
      }),
      { numRuns: 150 },
    ));

  it('gives the same when its source grants the order', () =>
    fc.assert(
      fc.asyncProperty(documents, pipelines, async (docs, stages) => {
        expect(await run(docs, stages, { sorted: true })).to.equal(await run(docs, stages, {}));
      }),
      { numRuns: 150 },
    ));

  it('gives the same from asynchronous sources', () =>
    fc.assert(
      fc.asyncProperty(documents, pipelines, async (docs, stages) => {
        const pipeline = compilePipeline(stages, contextOf());
        const found = answer(docs, pipeline, false);
        const source = async function* (): AsyncGenerator<readonly Doc[]> {
          for (const doc of found) yield [doc];
        };
        const result = await collect(pipeline.run(source())).then(written, (error: Error) => `fails: ${error.message}`);
        expect(result).to.equal(await run(docs, stages, {}));
      }),
      { numRuns: 100 },
    ));

  it('does not change the documents it is given', () =>
    fc.assert(
      fc.asyncProperty(documents, pipelines, async (docs, stages) => {
        const before = written(docs);
        await run(docs, stages, {});
        expect(written(docs)).to.equal(before);
      }),
      { numRuns: 100 },
    ));
});

describe('any $lookup', () => {
  const field = fc.constantFrom('a', 'b.x', 'c.y', 'd');
  const lookups = fc.oneof(
    fc
      .tuple(field, field)
      .map(([localField, foreignField]): Doc => ({ $lookup: { from: 'other', localField, foreignField, as: 'found' } })),
    fc.tuple(field, field).map(
      ([one, two]): Doc => ({
        $lookup: { from: 'other', let: { v: `$${one}` }, pipeline: [{ $match: { $expr: { $eq: [`$${two}`, '$$v'] } } }], as: 'found' },
      }),
    ),
  );

  it('finds the same with an index as without', () =>
    fc.assert(
      fc.asyncProperty(documents, documents, lookups, async (docs, other, stage) => {
        const indexes = ['other.a', 'other.b.x', 'other.c.y', 'other.d'];
        const without = await aggregate(docs, [stage], { collections: { other } });
        expect(written(await aggregate(docs, [stage], { collections: { other }, indexes }))).to.equal(written(without));
      }),
      { numRuns: 200 },
    ));

  it('finds by a variable what testing each document finds', () =>
    fc.assert(
      fc.asyncProperty(documents, documents, field, field, async (docs, other, one, two) => {
        const by = (condition: Value): Doc => ({
          $lookup: { from: 'other', let: { v: `$${one}` }, pipeline: [{ $match: { $expr: condition } }], as: 'found' },
        });
        const quick = await aggregate(docs, [by({ $eq: [`$${two}`, '$$v'] })], { collections: { other } });
        const slow = await aggregate(docs, [by({ $not: [{ $ne: [`$${two}`, '$$v'] }] })], { collections: { other } });
        expect(written(quick)).to.equal(written(slow));
      }),
      { numRuns: 200 },
    ));
});
