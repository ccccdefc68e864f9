import type { Doc } from '../bson/values.js';
import type { Frame } from './expressions/scope.js';
import type { PipelineContext, Source } from './pipeline.js';

/**
 * Something to be awaited before the next document can come. Stages are synchronous generators, which are several times faster
 * than asynchronous ones: they hand a Wait through to the driver, which awaits it and goes on.
 */
export class Wait {
  constructor(readonly until: Promise<unknown>) {}
}

/** What flows between stages. */
export type Item = readonly Doc[] | Wait;
export type Items = Iterable<Item>;

const TURN_MS = 15;
export const BATCH = 256;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One run of a pipeline, with the runs inside it. */
export class Run {
  private since = performance.now();

  constructor(
    readonly context: PipelineContext,
    readonly frame: Frame,
    /** Sources that are being closed; the driver waits for them. */
    readonly closing: Promise<unknown>[] = [],
  ) {}

  /** The run of an inner pipeline with its own variables. */
  inner(frame: Frame): Run {
    const run = new Run(this.context, frame, this.closing);
    run.since = this.since;
    return run;
  }

  /** A turn for others, when it is due. */
  pace(): Wait | undefined {
    const now = performance.now();
    if (now - this.since < TURN_MS) return undefined;
    const turn = this.context.breathe?.() ?? nextTurn();
    this.since = now;
    return new Wait(
      turn.then(() => {
        this.since = performance.now();
      }),
    );
  }
}

function* fromAsync(source: AsyncIterable<readonly Doc[]>, run: Run): Generator<Item> {
  const iterator = source[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      let result: IteratorResult<readonly Doc[]> | undefined;
      yield new Wait(
        iterator.next().then((next) => {
          result = next;
        }),
      );
      if (result === undefined || result.done) {
        ended = true;
        return;
      }
      yield result.value;
    }
  } finally {
    if (!ended && iterator.return) run.closing.push(iterator.return());
  }
}

function* fromSync(source: Iterable<readonly Doc[]>, run: Run): Generator<Item> {
  for (const batch of source) {
    yield batch;
    const turn = run.pace();
    if (turn) yield turn;
  }
}

/** A source's batches, with turns for others in between. */
export const itemsOf = (source: Source, run: Run): Items => (Symbol.iterator in source ? fromSync(source, run) : fromAsync(source, run));

/** Documents in batches, with turns for others in between. */
export function* inBatches(docs: Iterable<Doc>, run: Run): Generator<Item> {
  let batch: Doc[] = [];
  for (const doc of docs) {
    batch.push(doc);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
    const turn = run.pace();
    if (turn) yield turn;
  }
  if (batch.length > 0) yield batch;
}

/** Awaits what must be awaited and gives the documents. */
export async function* drive(items: Items, run: Run): AsyncGenerator<readonly Doc[], void, undefined> {
  try {
    for (const item of items) {
      if (item instanceof Wait) await item.until;
      else if (item.length > 0) yield item;
    }
  } finally {
    await Promise.all(run.closing);
  }
}
