import type { Doc, Value } from '../../bson/values.js';
import type { SortSpec } from '../../indexes/planner.js';
import { Memory, sizeOf } from '../memory.js';
import type { PipelineContext } from '../pipeline.js';
import { inBatches, Wait } from '../run.js';
import { parseSortPattern, type SortOrder, sortComparator } from '../sort-order.js';
import type { CompileStage, Stage, StageContext } from '../stage.js';

interface Entry {
  readonly keys: Value[];
  readonly doc: Doc;
  /** Counted once the entry has outlived a first cut. */
  bytes: number;
}

/** Sorts what it is given, or keeps the first `limit` of it. Equal documents stay in the order they came. */
class Sorter {
  private entries: Entry[] = [];
  private counted = 0;
  /** The keys of the last that is kept: what is not before it need not be looked at. */
  private worst: readonly Value[] | undefined;
  private readonly memory: Memory;

  constructor(
    private readonly order: SortOrder,
    private readonly limit: number,
    context: PipelineContext,
  ) {
    this.memory = new Memory('$sort', context);
  }

  add(doc: Doc): void {
    const keys = this.order.keysOf(doc);
    if (this.worst && this.order.compareKeys(keys, this.worst) >= 0) return;
    this.entries.push({ keys, doc, bytes: 0 });
    if (this.entries.length < this.limit * 2 + 256) this.countNew();
    else this.cut();
  }

  /** Counts what was added, some hundred documents at a time. */
  private countNew(): void {
    if (this.limit !== Number.POSITIVE_INFINITY || this.entries.length - this.counted < 256) return;
    for (; this.counted < this.entries.length; this.counted++) this.memory.hold(sizeOf((this.entries[this.counted] as Entry).doc));
  }

  private cut(): void {
    // A stable sort, and those kept before come first: equals stay in the order they came.
    this.entries.sort((a, b) => this.order.compareKeys(a.keys, b.keys));
    if (this.limit === Number.POSITIVE_INFINITY) return;
    for (const { bytes } of this.entries.slice(this.limit)) this.memory.letGo(bytes);
    this.entries = this.entries.slice(0, this.limit);
    for (const entry of this.entries) {
      if (entry.bytes > 0) continue;
      entry.bytes = sizeOf(entry.doc);
      this.memory.hold(entry.bytes);
    }
    if (this.entries.length === this.limit) this.worst = this.entries.at(-1)?.keys;
  }

  *results(): Generator<Doc> {
    this.cut();
    for (const { doc } of this.entries) yield doc;
  }
}

/** A sort that needs only the first `limit` documents. */
export const sorting = (pattern: SortSpec, limit: number, { scope, pipeline }: StageContext): Stage => {
  const order = sortComparator(pattern, scope.settings.strings);
  for (const { name } of pattern) scope.reads.path(name);
  return {
    name: '$sort',
    reads: scope.reads.paths,
    exhaustive: false,
    *run(input, run) {
      const sorter = new Sorter(order, limit, pipeline);
      for (const item of input) {
        if (item instanceof Wait) yield item;
        else {
          for (const doc of item) sorter.add(doc);
          const turn = run.pace();
          if (turn) yield turn;
        }
      }
      yield* inBatches(sorter.results(), run);
    },
  };
};

/** $sort: BSON order by one or more paths. */
export const sort: CompileStage = (operand, context) => sorting(parseSortPattern(operand), Number.POSITIVE_INFINITY, context);
