import { expect } from 'chai';
import type { Doc, Value } from '../../src/bson/values.js';
import { MongoError } from '../../src/errors/mongo-error.js';
import { aggregate, docsOf, fromJson, readCases, written } from './support.js';

interface PipelineCase {
  readonly stage: string;
  readonly it: string;
  readonly documents: unknown[];
  readonly collections?: Readonly<Record<string, unknown[]>>;
  readonly pipeline: unknown;
  readonly expect?: unknown[];
  readonly error?: number;
}

const codeOf = async (run: () => Promise<unknown>): Promise<number | undefined> => {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (error instanceof MongoError) return error.code;
    throw error;
  }
};

const cases = readCases<PipelineCase[]>('pipelines');

describe('aggregation stages, by the documentation', () => {
  for (const stage of new Set(cases.map((each) => each.stage))) {
    describe(stage, () => {
      for (const each of cases.filter((other) => other.stage === stage)) {
        const collections = Object.fromEntries(Object.entries(each.collections ?? {}).map(([name, docs]) => [name, docsOf(docs)]));
        const run = (indexes: string[]): Promise<Doc[]> =>
          aggregate(docsOf(each.documents), fromJson(each.pipeline), { collections, indexes });
        it(each.it, async () => {
          if (each.error !== undefined) {
            expect(await codeOf(() => run([]))).to.equal(each.error);
            return;
          }
          expect(written(await run([]))).to.equal(written(fromJson(each.expect) as Value));
          // The same when every join asks an index.
          const indexed = ['inventory.sku', 'people.name', 'posts.tags', 'warehouses.stock_item', 'restaurants.name', 'b._id', 'c.b'];
          expect(written(await run(indexed))).to.equal(written(fromJson(each.expect) as Value));
        });
      }
    });
  }
});
