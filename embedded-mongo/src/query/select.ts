import { decode } from '../bson/decode.js';
import { decodePaths, type PathTree } from '../bson/decode-paths.js';
import type { Doc, Value } from '../bson/values.js';
import type { Pacer } from '../cursors/pacer.js';
import { MongoError } from '../errors/mongo-error.js';
import { type Plan, plan } from '../indexes/planner.js';
import { type Row, Scan } from '../indexes/scan.js';
import { compileMatcher } from '../matcher/compile.js';
import type { MatchContext, Matches } from '../matcher/context.js';
import { compareSortKeys, parseSort, type SortField, sortKey } from '../order/sort.js';
import type { Collection } from '../storage/catalog.js';
import type { RecordId } from '../storage/keys.js';
import type { ReadView } from '../storage/view.js';
import { treeOf } from './paths.js';

/** A document that a query selected. All of it is decoded when it is first asked for: most answers are sent as they are stored. */
export class Selected implements Row {
  readonly record: RecordId;
  readonly bytes: Buffer;
  private decoded: Doc | undefined;

  constructor({ record, bytes }: Row, decoded?: Doc) {
    this.record = record;
    this.bytes = bytes;
    this.decoded = decoded;
  }

  get doc(): Doc {
    this.decoded ??= decode(this.bytes);
    return this.decoded;
  }
}

export interface Selection {
  query: Doc;
  sort?: Doc | undefined;
  skip?: number;
  limit?: number;
  collation?: Doc | undefined;
  hint?: Value;
  match: MatchContext;
}

/** MongoDB's limit for sorting without an index. */
const SORT_BYTES = 100 * 1024 * 1024;

/** A selection made ready: its matcher, its plan, and what sorting is left to do. */
export interface Prepared {
  matches: Matches;
  /** What the query reads of a document; empty when it selects everything, undefined when it may read all of it. */
  reads: Map<string, PathTree> | undefined;
  plan: Plan;
  /** Absent when the plan gives the order. */
  sort: SortField[] | undefined;
  selection: Selection;
}

export const prepare = (collection: Collection, selection: Selection): Prepared => {
  const { query, collation, hint } = selection;
  const matches = compileMatcher(query, selection.match);
  const sort = selection.sort && Object.keys(selection.sort).length > 0 ? parseSort(selection.sort) : undefined;
  const chosen = plan(collection, { query, sort, collation, hint });
  return { matches, reads: treeOf(query), plan: chosen, sort: sort && !chosen.sorted ? sort : undefined, selection };
};

/** The document if the query selects it. Of one that is looked at, only what the query reads is decoded. */
export const reselect = (row: Row, { matches, reads }: Prepared): Selected | undefined => {
  if (reads === undefined) {
    const doc = decode(row.bytes);
    return matches(doc) ? new Selected(row, doc) : undefined;
  }
  return matches(reads.size === 0 ? {} : decodePaths(row.bytes, reads)) ? new Selected(row) : undefined;
};

/** Keeps the first `limit` of what it is given, by sort keys. */
class Sorter {
  private kept: { key: Value[]; order: number; selected: Selected }[] = [];
  private bytes = 0;
  private order = 0;

  constructor(
    private readonly fields: SortField[],
    private readonly limit: number,
    private readonly match: MatchContext,
  ) {}

  add(selected: Selected): void {
    this.kept.push({ key: sortKey(selected.doc, this.fields, this.match.strings), order: this.order++, selected });
    this.bytes += selected.bytes.length;
    if (this.kept.length > this.limit * 2 + 100) this.cut();
    if (this.bytes > SORT_BYTES) {
      this.cut();
      if (this.bytes > SORT_BYTES) {
        throw new MongoError(
          'QueryExceededMemoryLimitNoDiskUseAllowed',
          `Executor error during find command :: caused by :: Sort exceeded memory limit of ${SORT_BYTES} bytes, but did not opt in to external sorting.`,
        );
      }
    }
  }

  private cut(): void {
    this.kept.sort((a, b) => compareSortKeys(a.key, b.key, this.fields, this.match.strings) || a.order - b.order);
    this.kept.length = Math.min(this.kept.length, this.limit);
    this.bytes = this.kept.reduce((sum, { selected }) => sum + selected.bytes.length, 0);
  }

  result(): Selected[] {
    this.cut();
    return this.kept.map(({ selected }) => selected);
  }
}

const slices = function* <T>(items: T[], size = 100): Generator<T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
};

/** What was read for a selection, for explain. */
export interface Examined {
  keys: number;
  docs: number;
}

/** Selects documents in batches, giving way to others in between. */
export async function* select(
  view: ReadView,
  collection: Collection,
  prepared: Prepared,
  pacer: Pacer,
  examined?: Examined,
): AsyncGenerator<Selected[]> {
  const { plan: chosen, sort, selection } = prepared;
  const { skip = 0, limit = Number.POSITIVE_INFINITY } = selection;
  const scan = new Scan(view, collection, chosen);
  const sorter = sort && new Sorter(sort, skip + limit, selection.match);
  let position = 0;
  for (let rows = scan.next(); rows.length > 0; rows = scan.next()) {
    if (examined) Object.assign(examined, { keys: scan.keysExamined, docs: scan.docsExamined });
    const batch: Selected[] = [];
    for (const row of rows) {
      const selected = reselect(row, prepared);
      if (!selected) continue;
      if (sorter) sorter.add(selected);
      else if (position++ >= skip) batch.push(selected);
      if (!sorter && position >= skip + limit) break;
    }
    await pacer.breathe();
    if (batch.length > 0) yield batch;
    if (!sorter && position >= skip + limit) return;
  }
  if (sorter) yield* slices(sorter.result().slice(skip));
}

/** Selects documents at once, for writers inside a commit or a transaction. */
export function* selectNow(view: ReadView, collection: Collection, prepared: Prepared): Generator<Selected> {
  const { plan: chosen, sort, selection } = prepared;
  const { skip = 0, limit = Number.POSITIVE_INFINITY } = selection;
  const scan = new Scan(view, collection, chosen);
  const sorter = sort && new Sorter(sort, skip + limit, selection.match);
  let position = 0;
  for (let rows = scan.next(); rows.length > 0; rows = scan.next()) {
    for (const row of rows) {
      const selected = reselect(row, prepared);
      if (!selected) continue;
      if (sorter) sorter.add(selected);
      else if (position++ >= skip) yield selected;
      if (!sorter && position >= skip + limit) return;
    }
  }
  if (sorter) yield* sorter.result().slice(skip);
}
