import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { documentReader, parseFieldPath } from '../expressions/field-path.js';
import { checkVariableName, type Expression, Reads } from '../expressions/scope.js';
import { equalityInPipeline, Foreign, type JoinKey } from '../join.js';
import { Memory } from '../memory.js';
import { Wait } from '../run.js';
import { withPath } from '../set-path.js';
import type { CompileStage } from '../stage.js';

const OPTIONS = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'];

const text = (spec: Doc, option: string, required: boolean): string | undefined => {
  const value = spec[option];
  if (value === undefined && !required) return undefined;
  if (value === undefined) throw new MongoError('FailedToParse', `must specify '${option}' field for a $lookup`);
  if (typeof value !== 'string')
    throw new MongoError(
      'FailedToParse',
      `$lookup argument '${option}' must be a string, found ${option}: ${show(value)} of type ${typeName(value)}`,
    );
  return value;
};

interface Spec {
  readonly from: string | undefined;
  readonly as: string[];
  readonly fields: { readonly local: string; readonly foreign: string } | undefined;
  readonly bindings: Doc;
  readonly pipeline: Value[];
}

const specOf = (operand: Value): Spec => {
  if (!isDoc(operand))
    throw new MongoError('FailedToParse', `the $lookup stage specification must be an object, but found ${typeName(operand)}`);
  for (const option of Object.keys(operand))
    if (!OPTIONS.includes(option)) throw new MongoError('FailedToParse', `unknown argument to $lookup: ${option}`);
  const { pipeline, let: bindings } = operand;
  const local = text(operand, 'localField', false);
  const foreign = text(operand, 'foreignField', false);
  if ((local === undefined) !== (foreign === undefined))
    throw new MongoError('FailedToParse', '$lookup requires both or neither of localField and foreignField to be specified');
  if (local === undefined && pipeline === undefined)
    throw new MongoError('FailedToParse', "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  if (pipeline !== undefined && !Array.isArray(pipeline))
    throw new MongoError('TypeMismatch', `'pipeline' option must be specified as an array, found ${typeName(pipeline)}`);
  if (bindings !== undefined && !isDoc(bindings))
    throw new MongoError('FailedToParse', `$lookup argument 'let: ${show(bindings)}' must be an object, is type ${typeName(bindings)}`);
  if (bindings !== undefined && pipeline === undefined)
    throw new MongoError('FailedToParse', "$lookup with a 'let' argument must also specify 'pipeline'");
  const first = pipeline?.[0];
  const listed = isDoc(first) && Object.hasOwn(first, '$documents');
  return {
    from: text(operand, 'from', !listed),
    as: parseFieldPath(text(operand, 'as', true) as string),
    fields: local === undefined || foreign === undefined ? undefined : { local, foreign },
    bindings: bindings ?? {},
    pipeline: pipeline ?? [],
  };
};

/** Equality of localField and foreignField: any of the values of an array, null for what is missing. */
const fieldsKey = (local: string, foreign: string): JoinKey => {
  parseFieldPath(foreign);
  const read = documentReader(parseFieldPath(local));
  return {
    path: foreign,
    values: (doc) => {
      const value = read(doc);
      return Array.isArray(value) ? value.map((element) => element ?? null) : [value ?? null];
    },
  };
};

/** $lookup: joins the documents of another collection to each document, by equal fields, by a pipeline, or by both. */
export const lookup: CompileStage = (operand, { scope, pipeline: context, compile }, name) => {
  const spec = specOf(operand);
  const names = Object.keys(spec.bindings);
  for (const variable of names) checkVariableName(variable);
  const values = names.map((variable): Expression => scope.compile(spec.bindings[variable]));
  const innerScope = scope.reading(new Reads()).with(names);
  const chain = compile(spec.pipeline, innerScope, name);
  if (spec.fields) scope.reads.path(spec.fields.local);
  const key = spec.fields ? fieldsKey(spec.fields.local, spec.fields.foreign) : equalityInPipeline(spec.pipeline, names, innerScope);
  return {
    name,
    reads: scope.reads.paths,
    exhaustive: false,
    *run(input, run) {
      const foreign = new Foreign(spec.from, chain, key, names.length === 0 && !key, context, new Memory(name, context));
      for (const item of input) {
        if (item instanceof Wait) {
          yield item;
          continue;
        }
        const joined: Doc[] = [];
        for (const doc of item) {
          const bound = values.map((value) => value.evaluate(doc, run.frame));
          const inner = run.inner([...run.frame.slice(0, scope.size), ...bound]);
          joined.push(withPath(doc, spec.as, yield* foreign.of(doc, inner)));
          const turn = run.pace();
          if (turn) yield turn;
        }
        yield joined;
      }
    },
  };
};
