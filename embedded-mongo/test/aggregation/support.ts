import { readFileSync } from 'node:fs';
import { BSON, EJSON } from 'bson';
import { compilePipeline } from '../../src/aggregation/compile-pipeline.js';
import type { MergeWriter, Pipeline, PipelineContext, ReadRequest } from '../../src/aggregation/pipeline.js';
import { sortComparator } from '../../src/aggregation/sort-order.js';
import { decode } from '../../src/bson/decode.js';
import { encode } from '../../src/bson/encode.js';
import type { Doc, Value } from '../../src/bson/values.js';
import { compileMatcher } from '../../src/matcher/compile.js';

/** Extended JSON as the store's values: 1 is an int, 1.5 a double, {"$numberDouble": "1.0"} a double, and so on. */
export const fromJson = (json: unknown): Value => {
  const parsed: unknown = EJSON.parse(JSON.stringify({ value: json }), { relaxed: false });
  return decode(Buffer.from(BSON.serialize(parsed as BSON.Document))).value;
};

export const docsOf = (json: unknown): Doc[] => fromJson(json) as Doc[];

/** A value with all its types in sight, for comparison; a missing one gives `{}`. */
export const written = (value: Value): string =>
  EJSON.stringify(BSON.deserialize(encode({ value }), { promoteValues: false, promoteLongs: false }), { relaxed: false });

/** The golden cases of a file beside the tests. */
export const readCases = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../test/aggregation/cases/${name}.json`, import.meta.url), 'utf8')) as T;

export interface World {
  /** Other collections, by name. */
  collections?: Readonly<Record<string, readonly Doc[]>>;
  /** Paths on which hasIndex says yes, as "collection.path". */
  indexes?: readonly string[];
  merge?: MergeWriter;
  memoryLimit?: number;
  /** Notes what is asked of the collections. */
  asked?: (collection: string, request: ReadRequest) => void;
  variables?: Doc;
  context?: Partial<PipelineContext>;
}

export const contextOf = (world: World = {}): PipelineContext => ({
  db: 'test',
  collection: 'source',
  now: new Date('2024-05-06T07:08:09.010Z'),
  read: (collection, request) => {
    world.asked?.(collection, request);
    return { documents: [(world.collections?.[collection] ?? []).filter(compileMatcher(request.query))], sorted: false };
  },
  hasIndex: (collection, path) => world.indexes?.includes(`${collection}.${path}`) ?? false,
  merge: world.merge,
  memoryLimit: world.memoryLimit,
  variables: world.variables,
  ...world.context,
});

/** What a source does for a pipeline: query, order if wanted, number. */
export const answer = (docs: readonly Doc[], { lead }: Pipeline, sorted: boolean): Doc[] => {
  const found = docs.filter(compileMatcher(lead.query));
  if (sorted && lead.sort) found.sort(sortComparator(lead.sort).comparator);
  return lead.limit !== undefined && (sorted || !lead.sort) ? found.slice(0, lead.limit) : found;
};

export const collect = async (batches: AsyncIterable<readonly Doc[]>): Promise<Doc[]> => {
  const all: Doc[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
};

/** Runs a pipeline over documents as a collection would. */
export const aggregate = async (docs: readonly Doc[], stages: Value, world: World = {}, sorted = false): Promise<Doc[]> => {
  const pipeline = compilePipeline(stages, contextOf(world));
  return collect(pipeline.run([answer(docs, pipeline, sorted)], sorted));
};
