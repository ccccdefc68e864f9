import type { Doc, Value } from '../../bson/values.js';
import type { SortSpec } from '../../indexes/planner.js';
import { Memory, sizeOf } from '../memory.js';
import type { PipelineContext } from '../pipeline.js';
import { inBatches, Wait } from '../run.js';
import { parseSortPattern, type SortOrder, sortComparator } from '../sort-order.js';
import type { CompileStage, Stage, StageContext } from '../stage.js';

interface Entry {
  readonly keys: Value[];
  readonly place: number;
  readonly doc: Doc;
  readonly bytes: number;
}

/** Sorts what it is given, or keeps the first `limit` of it. Equal documents stay in the order they came. */
class Sorter {
  private entries: Entry[] = [];
  private place = 0;
  private readonly memory: Memory;

  constructor(
    private readonly order: SortOrder,
    private readonly limit: number,
    context: PipelineContext,
  ) {
    this.memory = new Memory('$sort', context);
  }

  private compare = (a: Entry, b: Entry): number => this.order.compareKeys(a.keys, b.keys) || a.place - b.place;

  add(doc: Doc): void {
    const bytes = sizeOf(doc);
    this.entries.push({ keys: this.order.keysOf(doc), place: this.place++, doc, bytes });
    this.memory.hold(bytes);
    if (this.entries.length >= this.limit * 2 + 256) this.cut();
  }

  private cut(): void {
    this.entries.sort(this.compare);
    for (const { bytes } of this.entries.slice(this.limit)) this.memory.letGo(bytes);
    this.entries = this.entries.slice(0, this.limit);
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
