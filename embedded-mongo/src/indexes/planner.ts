import { type Doc, isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { compileMatcher } from '../matcher/compile.js';
import { sameCollation } from '../order/collation.js';
import { equalValues } from '../order/compare.js';
import { after, MAX_KEY_BYTES } from '../order/key-encoding.js';
import type { Collection } from '../storage/catalog.js';
import { ownedRange } from '../storage/keys.js';
import type { KeyRange } from '../storage/view.js';
import { type Demand, demandsOf, descending, type Interval, intersect } from './bounds.js';
import type { CompiledIndex } from './spec.js';

export type SortSpec = readonly { name: string; descending: boolean }[];

/** One walk through an index: its ranges, in order. */
export interface IndexWalk {
  index: CompiledIndex;
  ranges: KeyRange[];
  reverse: boolean;
}

export interface Plan {
  /** Walks whose union holds every matching document; none means: read the whole collection. */
  walks: IndexWalk[];
  /** The documents arrive in the wanted order. */
  sorted: boolean;
  /** A collection scan from the last document to the first. */
  reverse: boolean;
}

export interface PlanRequest {
  query: Doc;
  sort?: SortSpec | undefined;
  collation?: Doc | undefined;
  hint?: Value;
}

const MAX_RANGES = 500;

interface Candidate {
  walk: IndexWalk;
  score: number;
  sorted: boolean;
}

/** The field conditions of a query that surely hold, by path. */
const conditionsOf = (query: Doc): Map<string, Value[]> => {
  const conditions = new Map<string, Value[]>();
  const collect = (part: Doc): void => {
    for (const name of Object.keys(part)) {
      if (name === '$and') for (const clause of part[name] as Doc[]) collect(clause);
      else if (!name.startsWith('$')) conditions.set(name, [...(conditions.get(name) ?? []), part[name]]);
    }
  };
  collect(query);
  return conditions;
};

/** True when everything the query selects is in the partial index. */
const impliesPartial = (index: CompiledIndex, query: Doc, demands: Map<string, Demand[]>): boolean => {
  const filter = index.spec.partialFilterExpression;
  if (!filter) return true;
  const known = conditionsOf(query);
  for (const [path, wanted] of conditionsOf(filter)) {
    for (const condition of wanted) {
      if (known.get(path)?.some((given) => equalValues(given, condition))) continue;
      const matches = compileMatcher({ value: condition });
      const implied = demands
        .get(path)
        ?.some(
          (demand) => demand.values !== undefined && demand.element === undefined && demand.values.every((value) => matches({ value })),
        );
      const exists = isDoc(condition) && Object.keys(condition).join() === '$exists' && condition.$exists === true;
      const present = demands
        .get(path)
        ?.some((demand) => demand.values === undefined || demand.values.every((value) => value !== null && value !== undefined));
      if (!implied && !(exists && present)) return false;
    }
  }
  return Object.keys(filter).every((name) => !name.startsWith('$') || name === '$and');
};

/**
 * The intervals to use for one field. On a multikey index different demands may be met by different elements, so only demands
 * on one element are combined.
 */
const intervalsFor = (demands: Demand[], multikey: boolean): Interval[] => {
  const first = demands.find((demand) => demand.values !== undefined) ?? (demands[0] as Demand);
  const together = demands.filter(
    (demand) => demand !== first && (!multikey || (demand.element !== undefined && demand.element === first.element)),
  );
  return together
    .reduce((intervals, demand) => intervals.flatMap((a) => demand.intervals.map((b) => intersect(a, b))), first.intervals)
    .filter((interval) => interval.end === undefined || Buffer.compare(interval.start, interval.end) < 0);
};

const cut = (bytes: Buffer): Buffer => (bytes.length > MAX_KEY_BYTES ? bytes.subarray(0, MAX_KEY_BYTES) : bytes);

const rangesOf = (index: CompiledIndex, prefixes: Buffer[], last: Interval[] | undefined): KeyRange[] => {
  const owned = ownedRange(index.id);
  const owner = owned.start;
  const ranges: KeyRange[] = [];
  for (const prefix of prefixes) {
    for (const interval of last ?? [undefined]) {
      const base = interval ? Buffer.concat([prefix, interval.start]) : prefix;
      const start = Buffer.concat([owner, cut(base)]);
      const openEnd = prefix.length === 0 ? owned.end : (after(Buffer.concat([owner, cut(prefix)])) ?? owned.end);
      let end = openEnd;
      if (interval?.end) {
        const whole = Buffer.concat([prefix, interval.end]);
        end = whole.length > MAX_KEY_BYTES ? (after(Buffer.concat([owner, cut(whole)])) ?? owned.end) : Buffer.concat([owner, whole]);
      }
      ranges.push({ start, end });
    }
  }
  return ranges.sort((a, b) => Buffer.compare(a.start, b.start));
};

/** Whether walking the index gives the wanted order, and in which direction. `fixed` leading fields hold one value each. */
const orderOf = (index: CompiledIndex, sort: SortSpec, fixed: number): 'forward' | 'backward' | undefined => {
  if (index.spec.multikey || index.fold || index.spec.collation) return undefined;
  let direction: 'forward' | 'backward' | undefined;
  let at = 0;
  for (const wanted of sort) {
    while (at < fixed && index.fields[at]?.name !== wanted.name) at++;
    const field = index.fields[at];
    if (!field || field.name !== wanted.name) return undefined;
    if (at >= fixed) {
      const needed = field.descending === wanted.descending ? 'forward' : 'backward';
      if (direction !== undefined && direction !== needed) return undefined;
      direction = needed;
    }
    at++;
  }
  return direction ?? 'forward';
};

const consider = (index: CompiledIndex, request: PlanRequest, hinted: boolean): Candidate | undefined => {
  const { query, sort, collation } = request;
  const collated = collation !== undefined || index.spec.collation !== undefined;
  if (index.spec.collation && !sameCollation(index.spec.collation, collation)) return undefined;
  const demands = demandsOf(query, { collated, fold: index.spec.collation ? index.fold : undefined });
  if (!hinted && !impliesPartial(index, query, demands)) return undefined;
  const multikey = index.spec.multikey;
  let prefixes = [Buffer.alloc(0)];
  let last: Interval[] | undefined;
  let points = 0;
  let fixed = 0;
  for (const field of index.fields) {
    const given = demands.get(field.name);
    if (!given || (multikey && points > 0)) break;
    const intervals = intervalsFor(given, multikey).map((interval) => (field.descending ? descending(interval) : interval));
    const nullable = given.some((demand) => demand.values?.some((value) => value === null || value === undefined));
    if (index.sparse && nullable) return undefined;
    if (!intervals.every((interval) => interval.point) || prefixes.length * intervals.length > MAX_RANGES) {
      last = intervals.length <= MAX_RANGES ? intervals : undefined;
      break;
    }
    prefixes = prefixes.flatMap((prefix) => intervals.map((interval) => Buffer.concat([prefix, interval.start])));
    if (intervals.length === 1 && fixed === points) fixed++;
    points++;
  }
  const bounded = points > 0 || last !== undefined;
  if (index.sparse && !bounded && !hinted) return undefined;
  // Index order is the order of bytes: a query under a collation sorts its strings itself.
  const direction = sort && sort.length > 0 && collation === undefined ? orderOf(index, sort, fixed) : undefined;
  if (!bounded && direction === undefined && !hinted) return undefined;
  const ranges = rangesOf(index, prefixes, last);
  const walk = { index, ranges, reverse: direction === 'backward' };
  if (walk.reverse) ranges.reverse();
  const wholeUnique = index.unique && points === index.fields.length ? 1000 : 0;
  return { walk, score: wholeUnique + points * 10 + (last ? 5 : 0) + (direction ? 7 : 0), sorted: direction !== undefined };
};

const hintedIndex = (collection: Collection, hint: Value): CompiledIndex => {
  const found = collection.indexes.find((index) =>
    typeof hint === 'string' ? index.spec.name === hint : isDoc(hint) && equalValues(index.spec.key, hint),
  );
  if (!found)
    throw new MongoError(
      'BadValue',
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return found;
};

/** Every clause of a top-level $or by an index of its own. */
const planOr = (collection: Collection, request: PlanRequest): Plan | undefined => {
  const names = Object.keys(request.query);
  const clauses = request.query.$or;
  if (names.length !== 1 || !Array.isArray(clauses)) return undefined;
  const walks: IndexWalk[] = [];
  for (const clause of clauses) {
    const best = bestOf(collection, { query: clause as Doc, collation: request.collation });
    if (!best) return undefined;
    walks.push(best.walk);
  }
  return { walks, sorted: false, reverse: false };
};

const bestOf = (collection: Collection, request: PlanRequest): Candidate | undefined => {
  let best: Candidate | undefined;
  for (const index of collection.indexes) {
    if (index.spec.hidden) continue;
    const candidate = consider(index, request, false);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  return best;
};

/** Chooses how to reach the documents that a query may select. */
export const plan = (collection: Collection, request: PlanRequest): Plan => {
  const { sort, hint } = request;
  const natural =
    sort?.length === 1 && sort[0]?.name === '$natural'
      ? sort[0]
      : isDoc(hint) && hint.$natural !== undefined
        ? { descending: Number(hint.$natural) < 0 }
        : undefined;
  if (natural) return { walks: [], sorted: sort?.[0]?.name === '$natural', reverse: natural.descending };
  if (hint !== undefined && !(isDoc(hint) && Object.keys(hint).length === 0)) {
    const forced = consider(hintedIndex(collection, hint), request, true);
    if (forced) return { walks: [forced.walk], sorted: forced.sorted, reverse: false };
  }
  const best = bestOf(collection, request);
  if (best) return { walks: [best.walk], sorted: best.sorted, reverse: false };
  return planOr(collection, request) ?? { walks: [], sorted: false, reverse: false };
};
