import { isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { newScope } from './expressions/expression.js';
import { Reads, type Scope } from './expressions/scope.js';
import { leadOf, neededAfter, noLead, type Part, splitLead } from './lead.js';
import type { Pipeline, PipelineContext } from './pipeline.js';
import { drive, type Items, itemsOf, Run } from './run.js';
import { parseSortPattern } from './sort-order.js';
import type { Chain, CompileStage, Stage, StageContext } from './stage.js';
import { mergeTarget } from './stages/merge.js';
import { sorting } from './stages/sort.js';
import { forbiddenInside, refusedStages, stages as served } from './stages/stages.js';

const MAX_STAGES = 1000;

const checkPlace = (name: string, outer: readonly string[]): void => {
  for (const around of outer) {
    const code = forbiddenInside[around]?.[name];
    if (code !== undefined) throw new MongoError(code, `${name} is not allowed to be used within a ${around} stage`);
  }
};

const partOf = (stage: Value, outer: readonly string[]): Part => {
  if (!isDoc(stage)) throw new MongoError('TypeMismatch', "Each element of the 'pipeline' array must be an object");
  const names = Object.keys(stage);
  if (names.length !== 1) throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
  const name = names[0] as string;
  checkPlace(name, outer);
  if (refusedStages.has(name)) throw new MongoError('CommandNotSupported', `${name} is not supported by this server`);
  if (!Object.hasOwn(served, name)) throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
  return { name, operand: stage[name] };
};

const partsOf = (stages: Value, outer: readonly string[]): Part[] => {
  if (!Array.isArray(stages)) throw new MongoError('TypeMismatch', 'A pipeline must be an array of objects');
  if (stages.length > MAX_STAGES) throw new MongoError(5984300, `Pipeline length must be no longer than ${MAX_STAGES} stages`);
  const parts = stages.map((stage) => partOf(stage, outer));
  for (const [i, { name }] of parts.entries()) {
    if (name === '$merge' && i < parts.length - 1) throw new MongoError(40601, '$merge can only be the final stage in the pipeline');
    if (name === '$documents' && i > 0) throw new MongoError(40602, '$documents is only valid as the first stage in a pipeline');
  }
  return parts;
};

/** Pipelines inside pipelines end somewhere. */
const MAX_DEPTH = 20;

const compileChain = (stages: Value, scope: Scope, context: PipelineContext, outer: readonly string[]): Chain => {
  if (outer.length > MAX_DEPTH) throw new MongoError(5107201, `Maximum number of nested sub-pipelines exceeded. Limit is ${MAX_DEPTH}`);
  const parts = partsOf(stages, outer);
  const stageContext = (): StageContext => ({
    pipeline: context,
    scope: scope.reading(new Reads()),
    compile: (inner, innerScope, around) => compileChain(inner, innerScope, context, [...outer, around]),
  });
  // Every part is compiled as it was given, so that what the source takes over is checked as well.
  for (const { name, operand } of parts) if (name === '$match') (served[name] as CompileStage)(operand, stageContext(), name);
  // The facets share their input: none can have a query of its own applied to it.
  const split = outer.at(-1) === '$facet' ? noLead(parts) : splitLead(parts);
  const compiled = split.rest.map(({ name, operand }, i): Stage => {
    if (name === '$sort') return sorting(parseSortPattern(operand), neededAfter(split.rest, i), stageContext());
    return (served[name] as CompileStage)(operand, stageContext(), name);
  });
  const last = parts.at(-1);
  return {
    lead: leadOf(split, compiled),
    target: last?.name === '$merge' ? mergeTarget(last.operand, context.db) : undefined,
    run: (input, run, sorted) => {
      const chain = sorted && split.sortAt !== undefined ? compiled.toSpliced(split.sortAt, 1) : compiled;
      return chain.reduce<Items>((items, stage) => stage.run(items, run), input);
    },
  };
};

const checkStart = (stages: Value, context: PipelineContext): void => {
  const first = Array.isArray(stages) ? stages[0] : undefined;
  const startsItself = isDoc(first) && Object.hasOwn(first, '$documents');
  if (context.collection === undefined && !startsItself) {
    throw new MongoError(
      'InvalidNamespace',
      `{aggregate: 1} is not valid for '${isDoc(first) ? (Object.keys(first)[0] ?? '') : ''}'; a collection is required.`,
    );
  }
  if (context.collection !== undefined && startsItself)
    throw new MongoError('InvalidNamespace', "'$documents' can only be run with {aggregate: 1}");
};

/** Compiles a pipeline. Everything that is wrong with it is said here, before any document is read. */
export const compilePipeline = (stages: Value, context: PipelineContext): Pipeline => {
  const { scope, frame } = newScope({ now: context.now, strings: context.strings, fold: context.fold }, context.variables);
  const chain = compileChain(stages, scope, context, []);
  checkStart(stages, context);
  return {
    lead: chain.lead,
    target: chain.target,
    run: (source, sorted = false) => {
      const run = new Run(context, [...frame]);
      return drive(chain.run(itemsOf(source, run), run, sorted), run);
    },
  };
};
