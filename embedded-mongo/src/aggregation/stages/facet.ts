import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, setField, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import type { Reads } from '../expressions/scope.js';
import { Memory, sizeOf } from '../memory.js';
import { type Item, type Run, Wait } from '../run.js';
import type { Chain, CompileStage, StageContext } from '../stage.js';

/** What a facet says when it needs its next batch. It is awaited by nobody but the stage. */
const HUNGRY = new Wait(Promise.resolve());

/** One facet at work: it is fed a batch at a time, so that all facets share one pass over the input. */
class Facet {
  private readonly queue: Item[] = [];
  private ended = false;
  private readonly items: Iterator<Item>;
  readonly results: Doc[] = [];
  finished = false;

  constructor(
    readonly name: string,
    chain: Chain,
    run: Run,
    private readonly memory: Memory,
  ) {
    this.items = chain.run(this.feed(), run, false)[Symbol.iterator]();
  }

  private *feed(): Generator<Item> {
    for (;;) {
      const next = this.queue.shift();
      if (next) yield next;
      else if (this.ended) return;
      else yield HUNGRY;
    }
  }

  /** Takes a batch, or the end, and works until it needs more. Gives on what must be awaited. */
  *take(batch: Item | undefined): Generator<Wait> {
    if (this.finished) return;
    if (batch) this.queue.push(batch);
    else this.ended = true;
    for (;;) {
      const next = this.items.next();
      if (next.done) {
        this.finished = true;
        return;
      }
      if (next.value === HUNGRY) return;
      if (next.value instanceof Wait) yield next.value;
      else this.collect(next.value);
    }
  }

  private collect(docs: readonly Doc[]): void {
    for (const doc of docs) {
      this.memory.hold(sizeOf(doc));
      this.results.push(doc);
    }
  }

  close(): void {
    this.items.return?.();
  }
}

const compileFacet = (name: string, stages: Value, { scope, compile }: StageContext, reads: Reads): Chain => {
  if (name.startsWith('$') || name.includes('.'))
    throw new MongoError(name.includes('.') ? 16412 : 16410, `FieldPath field names may not start with '$' or contain '.': ${name}`);
  if (!Array.isArray(stages)) throw new MongoError(40170, `arguments to $facet must be arrays, ${name} is type ${typeName(stages)}`);
  if (stages.length === 0) throw new MongoError(40171, `sub-pipeline in $facet stage cannot be empty: ${name}`);
  const chain = compile(stages, scope.reading(), '$facet');
  reads.add(chain.lead.paths);
  return chain;
};

/** $facet: several pipelines over the same documents, each result an array of one document. */
export const facet: CompileStage = (operand, context, name) => {
  if (!isDoc(operand) || Object.keys(operand).length === 0)
    throw new MongoError(40169, 'the $facet specification must be a non-empty object');
  const chains = Object.keys(operand).map((title) => ({ title, chain: compileFacet(title, operand[title], context, context.scope.reads) }));
  return {
    name,
    reads: context.scope.reads.paths,
    exhaustive: true,
    *run(input, run) {
      const memory = new Memory(name, context.pipeline);
      const facets = chains.map(({ title, chain }) => new Facet(title, chain, run.inner([...run.frame]), memory));
      try {
        for (const item of input) {
          if (item instanceof Wait) yield item;
          else for (const each of facets) yield* each.take(item);
          if (facets.every((each) => each.finished)) break;
        }
        const result: Doc = {};
        for (const each of facets) {
          yield* each.take(undefined);
          setField(result, each.name, each.results);
        }
        yield [result];
      } finally {
        for (const each of facets) each.close();
      }
    },
  };
};
