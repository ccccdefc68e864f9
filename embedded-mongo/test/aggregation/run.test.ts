import { expect } from 'chai';
import { compilePipeline } from '../../src/aggregation/compile-pipeline.js';
import type { MergeChange, MergeWriter, Namespace, ReadRequest } from '../../src/aggregation/pipeline.js';
import type { Doc } from '../../src/bson/values.js';
import { MongoError } from '../../src/errors/mongo-error.js';
import { aggregate, collect, contextOf, docsOf, written } from './support.js';

const numbers = (count: number): Doc[] => Array.from({ length: count }, (_, _id) => ({ _id, v: _id % 7, text: 'x'.repeat(100) }));

describe('what a pipeline asks of its collection', () => {
  const leadOf = (stages: Doc[]) => {
    const { query, sort, limit, paths } = compilePipeline(stages, contextOf()).lead;
    return { query, sort, limit, paths: paths === 'all' ? 'all' : [...paths].sort() };
  };

  it('is the leading $match, and only the paths it reads', () => {
    expect(
      leadOf([{ $match: { a: 1, 'b.c': { $gt: 2 } } }, { $match: { d: 3 } }, { $group: { _id: '$e.f', n: { $sum: '$g' } } }]),
    ).to.deep.equal({
      query: { a: 1, 'b.c': { $gt: 2 }, d: 3 },
      sort: undefined,
      limit: undefined,
      paths: ['a', 'b.c', 'd', 'e.f', 'g'],
    });
  });

  it('keeps conditions with $expr to itself', () => {
    const lead = leadOf([{ $match: { a: 1, $expr: { $gt: ['$b', '$c'] } } }, { $limit: 3 }, { $project: { a: 1 } }]);
    expect(lead).to.deep.equal({ query: { a: 1 }, sort: undefined, limit: undefined, paths: ['_id', 'a', 'b', 'c'] });
  });

  it('joins conditions on one field by $and', () => {
    expect(leadOf([{ $match: { a: { $gt: 1 } } }, { $match: { a: { $lt: 5 } } }]).query).to.deep.equal({
      $and: [{ a: { $gt: 1 } }, { a: { $lt: 5 } }],
    });
  });

  it('names the order and how many are enough', () => {
    const lead = leadOf([{ $match: { a: 1 } }, { $sort: { b: -1 } }, { $skip: 20 }, { $limit: 10 }]);
    expect(lead).to.deep.equal({ query: { a: 1 }, sort: [{ name: 'b', descending: true }], limit: 30, paths: 'all' });
  });

  it('is nothing of the documents for a count', () => {
    expect(leadOf([{ $count: 'n' }]).paths).to.deep.equal([]);
  });

  it('is whole documents where they come out', () => {
    expect(leadOf([{ $set: { x: 1 } }]).paths).to.equal('all');
    expect(leadOf([{ $group: { _id: null, all: { $push: '$$ROOT' } } }]).paths).to.equal('all');
  });

  it('takes a path up to a position in an array', () => {
    expect(leadOf([{ $match: { 'items.0.price': 5 } }, { $count: 'n' }]).paths).to.deep.equal(['items']);
  });

  it('is the same of the other collection in $lookup', async () => {
    const asked: ReadRequest[] = [];
    const lookup = {
      from: 'other',
      localField: 'v',
      foreignField: 'k',
      pipeline: [{ $match: { ok: true } }, { $project: { _id: 0, name: 1 } }],
      as: 'x',
    };
    await aggregate(numbers(3), [{ $lookup: lookup }], { asked: (_, request) => asked.push(request) });
    expect(asked.map(({ query, paths }) => ({ query, paths: Array.from(paths).sort() }))).to.deep.equal([
      { query: { ok: true }, paths: ['k', 'name', 'ok'] },
    ]);
  });
});

describe('a running pipeline', () => {
  it('ends its source when the reader stops', async () => {
    let ended = false;
    const source = function* (): Generator<Doc[]> {
      try {
        for (;;) yield numbers(10);
      } finally {
        ended = true;
      }
    };
    for await (const batch of compilePipeline([{ $match: {} }], contextOf()).run(source())) {
      expect(batch).to.have.length(10);
      break;
    }
    expect(ended).to.equal(true);
  });

  it('ends its source, also an asynchronous one, once $limit has enough', async () => {
    let read = 0;
    let ended = false;
    const source = async function* (): AsyncGenerator<Doc[]> {
      try {
        for (;;) {
          read++;
          yield numbers(10);
        }
      } finally {
        ended = true;
      }
    };
    const pipeline = compilePipeline([{ $set: { x: 1 } }, { $limit: 25 }], contextOf());
    expect(await collect(pipeline.run(source()))).to.have.length(25);
    expect({ read, ended }).to.deep.equal({ read: 3, ended: true });
  });

  it('fails when its source fails, and ends there', async () => {
    const source = async function* (): AsyncGenerator<Doc[]> {
      yield numbers(1);
      throw new Error('the disk is gone');
    };
    const result = collect(compilePipeline([{ $group: { _id: '$v' } }], contextOf()).run(source()));
    expect(await result.catch((error: Error) => error.message)).to.equal('the disk is gone');
  });

  it('gives others a turn during long work', async () => {
    let turns = 0;
    const context = contextOf({ context: { breathe: async () => void turns++ } });
    const source = function* (): Generator<Doc[]> {
      for (let i = 0; i < 4; i++) {
        const until = performance.now() + 20;
        while (performance.now() < until);
        yield numbers(1);
      }
    };
    await collect(compilePipeline([{ $group: { _id: '$v' } }], context).run(source()));
    expect(turns).to.be.at.least(4);
  });

  it('stops when its time is over', async () => {
    const over = async (): Promise<void> => {
      throw new MongoError('MaxTimeMSExpired', 'operation exceeded time limit');
    };
    const source = function* (): Generator<Doc[]> {
      const until = performance.now() + 20;
      while (performance.now() < until);
      yield numbers(1);
    };
    const result = collect(compilePipeline([{ $group: { _id: '$v' } }], contextOf({ context: { breathe: over } })).run(source()));
    expect(await result.catch((error: MongoError) => error.code)).to.equal(50);
  });

  for (const stage of [
    { $sort: { v: 1 } },
    { $group: { _id: null, all: { $push: '$text' } } },
    { $bucketAuto: { groupBy: '$v', buckets: 2 } },
    { $facet: { all: [{ $match: {} }] } },
  ] as Doc[]) {
    it(`refuses to hold more than its limit in ${Object.keys(stage)[0]}`, async () => {
      const result = aggregate(numbers(1000), [stage], { memoryLimit: 20_000 });
      expect(await result.catch((error: MongoError) => error.code)).to.equal(292);
    });
  }

  it('sorts much within the limit when few are wanted', async () => {
    const first = await aggregate(numbers(5000), [{ $sort: { v: -1, _id: 1 } }, { $limit: 2 }, { $project: { _id: 1 } }], {
      memoryLimit: 200_000,
    });
    expect(first).to.deep.equal([{ _id: 6 }, { _id: 13 }]);
  });

  it("sees the command's variables, also inside $lookup", async () => {
    const pipeline = [
      { $lookup: { from: 'o', pipeline: [{ $match: { $expr: { $eq: ['$k', '$$wanted'] } } }], as: 'o' } },
      { $set: { w: '$$wanted' } },
    ];
    const result = await aggregate([{ _id: 1 }], pipeline, { collections: { o: [{ k: 1 }, { k: 2 }] }, variables: { wanted: 2 } });
    expect(result).to.deep.equal([{ _id: 1, o: [{ k: 2 }], w: 2 }]);
  });

  it('begins with $documents where there is no collection', async () => {
    const pipeline = compilePipeline(
      [{ $documents: [{ a: 1 }, { a: { $add: [1, 1] } }] }, { $match: { a: 2 } }],
      contextOf({ context: { collection: undefined } }),
    );
    expect(await collect(pipeline.run([]))).to.deep.equal([{ a: 2 }]);
  });

  it('compares strings under the collation', async () => {
    const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
    const context = { strings: compare, fold: (text: string) => text.toLowerCase() };
    const docs = docsOf([{ k: 'a' }, { k: 'B' }, { k: 'A' }]);
    const result = await aggregate(docs, [{ $group: { _id: '$k', n: { $sum: 1 } } }, { $sort: { _id: -1 } }], { context });
    expect(result).to.deep.equal([
      { _id: 'B', n: 1 },
      { _id: 'a', n: 2 },
    ]);
  });
});

describe('$merge', () => {
  /** A collection kept in memory, with a unique index on _id and on k. */
  const store = (stored: Doc[]): MergeWriter & { docs: Doc[]; targets: Namespace[] } => {
    const docs = [...stored];
    const targets: Namespace[] = [];
    const holds = (doc: Doc, query: Doc): boolean =>
      Object.keys(query).every((name) => written(doc[name]) === written((query[name] as Doc).$eq));
    const write = async (target: Namespace, changes: readonly MergeChange[]): Promise<void> => {
      targets.push(target);
      for (const { query, apply } of changes) {
        const at = docs.findIndex((doc) => holds(doc, query));
        const next = apply(docs[at]);
        if (next) docs.splice(at < 0 ? docs.length : at, at < 0 ? 0 : 1, next);
      }
    };
    return { docs, targets, isUnique: (_, fields) => fields.length === 1 && ['_id', 'k'].includes(fields[0] as string), write };
  };
  const merged = async (spec: Doc | string, source: Doc[], stored: Doc[]): Promise<Doc[]> => {
    const merge = store(stored);
    expect(await aggregate(source, [{ $merge: spec }], { merge })).to.deep.equal([]);
    return merge.docs;
  };
  const failing = async (spec: Doc | string, source: Doc[] = [{ _id: 1 }], stored: Doc[] = []): Promise<number> =>
    aggregate(source, [{ $merge: spec }], { merge: store(stored) }).then(
      () => 0,
      (error: MongoError) => error.code,
    );

  it('merges fields into what matches by _id and inserts the rest', async () => {
    expect(await merged('t', [{ _id: 1, b: 2 }, { _id: 2 }], [{ _id: 1, a: 1 }])).to.deep.equal([{ _id: 1, a: 1, b: 2 }, { _id: 2 }]);
  });
  it('replaces', async () => {
    expect(await merged({ into: 't', whenMatched: 'replace' }, [{ _id: 1, b: 2 }], [{ _id: 1, a: 1 }])).to.deep.equal([{ _id: 1, b: 2 }]);
  });
  it('keeps what exists', async () => {
    expect(await merged({ into: 't', whenMatched: 'keepExisting' }, [{ _id: 1, b: 2 }], [{ _id: 1, a: 1 }])).to.deep.equal([
      { _id: 1, a: 1 },
    ]);
  });
  it('discards what matches nothing', async () => {
    expect(await merged({ into: 't', whenNotMatched: 'discard' }, [{ _id: 1 }], [])).to.deep.equal([]);
  });
  it('matches by another unique field and keeps the _id', async () => {
    const result = await merged({ into: 't', on: 'k', whenMatched: 'replace' }, [{ k: 'x', n: 2 }], [{ _id: 9, k: 'x', n: 1 }]);
    expect(result).to.deep.equal([{ _id: 9, k: 'x', n: 2 }]);
  });
  it('changes what matches by a pipeline that sees the new document', async () => {
    const whenMatched = [{ $set: { total: { $add: ['$total', '$$new.total'] } } }];
    expect(await merged({ into: 't', whenMatched }, [{ _id: 1, total: 5 }], [{ _id: 1, total: 2 }])).to.deep.equal([{ _id: 1, total: 7 }]);
  });
  it('names its target', () => {
    const { target } = compilePipeline([{ $merge: { into: { db: 'd', coll: 'c' } } }], contextOf({ merge: store([]) }));
    expect(target).to.deep.equal({ db: 'd', collection: 'c' });
  });
  it('fails on what matches, or matches nothing, where that is asked for', async () => {
    expect(await failing({ into: 't', whenMatched: 'fail' }, [{ _id: 1 }], [{ _id: 1 }])).to.equal(11000);
    expect(await failing({ into: 't', whenNotMatched: 'fail' })).to.equal(13113);
  });
  it('refuses wrong specifications', async () => {
    expect(await failing({ into: 't', on: 'z' })).to.equal(51183);
    expect(await failing({ into: 't', on: [] })).to.equal(51187);
    expect(await failing({ into: 't', whenMatched: 'x' })).to.equal(2);
    expect(await failing({ into: 't', whenMatched: [{ $match: {} }] })).to.equal(72);
    expect(await failing({ into: 't', let: { a: 1 } })).to.equal(51199);
    expect(await failing({ into: 't', x: 1 })).to.equal(40415);
    expect(await failing({ into: 5 })).to.equal(51178);
    expect(await failing({ into: 't', on: 'k' }, [{ _id: 1 }])).to.equal(51132);
  });
});
