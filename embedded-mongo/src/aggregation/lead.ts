import { type Doc, isDoc, type Value } from '../bson/values.js';
import type { SortSpec } from '../indexes/planner.js';
import { Reads } from './expressions/scope.js';
import type { Lead } from './pipeline.js';
import { allOf, noteQueryPaths, splitQuery } from './query-paths.js';
import { parseSortPattern } from './sort-order.js';
import type { Stage } from './stage.js';
import { limitOf } from './stages/limit.js';
import { skipOf } from './stages/skip.js';

/** One stage as it was given. */
export interface Part {
  readonly name: string;
  readonly operand: Value;
}

/** What the source of documents can do for a pipeline, and which of its parts remain. */
export interface Split {
  readonly query: Doc;
  readonly sort: SortSpec | undefined;
  readonly limit: number | undefined;
  /** The parts without the $match that the source applies. The $sort stays: the source may not grant it. */
  readonly rest: readonly Part[];
  /** Where in `rest` the $sort stands that a source may grant. */
  readonly sortAt: number | undefined;
}

/** How many documents a $limit at this place lets through, counting a $skip before it. */
const limitAt = (parts: readonly Part[], at: number): number | undefined => {
  const [first, second] = parts.slice(at);
  if (first?.name === '$limit') return limitOf(first.operand);
  if (first?.name === '$skip' && second?.name === '$limit') return skipOf(first.operand) + limitOf(second.operand);
  return undefined;
};

/** Takes the leading $match, $sort and $limit of a checked pipeline for the source. */
export const splitLead = (parts: readonly Part[]): Split => {
  const end = parts.findIndex(({ name }) => name !== '$match');
  const matches = end < 0 ? parts : parts.slice(0, end);
  const after = parts.slice(matches.length);
  const queries = matches.map(({ operand }) => splitQuery(operand as Doc));
  const query = allOf(queries.map(({ plain }) => plain));
  const remaining = queries
    .filter(({ expressions }) => Object.keys(expressions).length > 0)
    .map(({ expressions }): Part => ({ name: '$match', operand: expressions }));
  const rest = [...remaining, ...after];
  const sorts = after[0]?.name === '$sort' && isDoc(after[0].operand);
  const sort = sorts ? parseSortPattern((after[0] as Part).operand) : undefined;
  const limit = remaining.length > 0 ? undefined : limitAt(after, sorts ? 1 : 0);
  return { query, sort, limit, rest, sortAt: sorts ? remaining.length : undefined };
};

/** Leaves everything to the pipeline. */
export const noLead = (parts: readonly Part[]): Split => ({ query: {}, sort: undefined, limit: undefined, rest: parts, sortAt: undefined });

/** How many documents of a $sort are needed, by what follows it. */
export const neededAfter = (parts: readonly Part[], at: number): number => limitAt(parts, at + 1) ?? Number.POSITIVE_INFINITY;

/** The paths that a query and stages read of the documents they begin with. */
const pathsOf = (query: Doc, stages: readonly Stage[]): Reads => {
  const reads = new Reads();
  const opened: string[] = [];
  noteQueryPaths(query, reads);
  for (const stage of stages) {
    reads.add(stage.reads);
    if (stage.opens !== undefined) opened.push(stage.opens);
    if (stage.exhaustive) {
      noteOpened(opened, reads);
      return reads;
    }
  }
  reads.all();
  return reads;
};

/** Where something in an array is read, the array is there to be opened; only else it must be asked for. */
const noteOpened = (opened: readonly string[], reads: Reads): void => {
  const { paths } = reads;
  if (paths === 'all') return;
  const isRead = (path: string): boolean => [...paths].some((read) => read === path || read.startsWith(`${path}.`));
  for (const path of opened) if (!isRead(path)) reads.path(path);
};

export const leadOf = ({ query, sort, limit }: Split, stages: readonly Stage[]): Lead => ({
  query,
  sort,
  limit,
  paths: pathsOf(query, stages).paths,
});
