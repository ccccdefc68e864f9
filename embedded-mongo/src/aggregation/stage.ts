import type { Doc, Value } from '../bson/values.js';
import type { MatchContext } from '../matcher/context.js';
import type { Frame, Scope } from './expressions/scope.js';
import type { Lead, Namespace, Paths, PipelineContext } from './pipeline.js';
import { type Items, type Run, Wait } from './run.js';

/** One compiled stage. */
export interface Stage {
  readonly name: string;
  run(input: Items, run: Run): Items;
  /** What it reads of the documents given to it. */
  readonly reads: Paths;
  /** A path whose arrays it takes apart without reading what is in them. */
  readonly opens?: string;
  /** Nothing but what it names comes out: fields that it does not read are never seen by later stages. */
  readonly exhaustive: boolean;
}

/** A compiled list of stages. */
export interface Chain {
  readonly lead: Lead;
  readonly target: Namespace | undefined;
  run(input: Items, run: Run, sorted: boolean): Items;
}

export interface StageContext {
  readonly pipeline: PipelineContext;
  /** Sees the variables; what the stage's expressions read is noted here. */
  readonly scope: Scope;
  /** Compiles the stages of a pipeline inside this stage. */
  readonly compile: (stages: Value, scope: Scope, outer: string) => Chain;
}

export type CompileStage = (operand: Value, context: StageContext, name: string) => Stage;

/** A stage that makes batches of batches. `start` is called once per run. */
export const batchStage = (
  name: string,
  reads: Paths,
  exhaustive: boolean,
  start: (run: Run) => (batch: readonly Doc[]) => readonly Doc[],
): Stage => ({
  name,
  reads,
  exhaustive,
  *run(input, run) {
    const change = start(run);
    for (const item of input) yield item instanceof Wait ? item : change(item);
  },
});

/** A match context whose expressions see the variables of the running pipeline. */
export interface Framed {
  readonly context: MatchContext;
  /** To be called before each batch: another run may have been at work since the last. */
  readonly use: (frame: Frame) => void;
}

/** Lets the matcher and projections, which know no frames, evaluate expressions of a pipeline. */
export const framed = (scope: Scope): Framed => {
  let current: Frame = [];
  return {
    context: {
      strings: scope.settings.strings,
      compileExpression: (value) => {
        const { evaluate } = scope.compile(value);
        return (doc) => evaluate(doc, current);
      },
    },
    use: (frame) => {
      current = frame;
    },
  };
};
