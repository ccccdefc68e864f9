import { typeName } from '../../bson/types.js';
import { type Doc, field, hasOwn, isDoc, ObjectId, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { plainGet, splitPath } from '../../matcher/path.js';
import type { Expression, Frame, Scope } from '../expressions/scope.js';
import { checkVariableName } from '../expressions/scope.js';
import type { MergeChange, Namespace } from '../pipeline.js';
import { Wait } from '../run.js';
import type { CompileStage } from '../stage.js';
import { compileUpdatePipeline } from '../update-pipeline.js';

const FIELDS = ['into', 'on', 'let', 'whenMatched', 'whenNotMatched'];
const WHEN_MATCHED = ['replace', 'keepExisting', 'merge', 'fail'];
const WHEN_NOT_MATCHED = ['insert', 'discard', 'fail'];

/** What becomes of a stored document that matches one of the results. */
type Merge = (stored: Doc, doc: Doc) => Doc | undefined;

const targetOf = (into: Value, db: string): Namespace => {
  if (typeof into === 'string') return { db, collection: into };
  if (!isDoc(into)) throw new MongoError(51178, `$merge 'into' field must be either a string or an object, but found ${typeName(into)}`);
  const { db: other, coll } = into;
  if (typeof coll !== 'string' || coll === '') throw new MongoError(40414, "BSON field '$merge.into.coll' is missing but a required field");
  return { db: typeof other === 'string' ? other : db, collection: coll };
};

const onFields = (on: Value): string[] => {
  if (on === undefined) return ['_id'];
  const fields = Array.isArray(on) ? on : [on];
  if (fields.length === 0) throw new MongoError(51187, "If explicitly specifying $merge 'on', must include at least one field");
  if (!fields.every((name) => typeof name === 'string'))
    throw new MongoError(51186, "$merge 'on' field must be a string or an array of strings");
  return fields;
};

const choice = (value: Value, choices: readonly string[], fallback: string, name: string): string => {
  if (value === undefined) return fallback;
  if (typeof value !== 'string' || !choices.includes(value))
    throw new MongoError('BadValue', `Enumeration value '${show(value)}' for field '$merge.${name}' is not a valid value.`);
  return value;
};

const withId = (doc: Doc, id: Value): Doc => (hasOwn(doc, '_id') ? { ...doc, _id: id } : { _id: id, ...doc });

const merges: Readonly<Record<string, Merge>> = {
  replace: (stored, doc) => withId(doc, field(doc, '_id') ?? stored._id),
  keepExisting: () => undefined,
  merge: (stored, doc) => ({ ...stored, ...doc }),
  fail: () => {
    throw new MongoError(
      'DuplicateKey',
      "$merge with whenMatched: fail found an existing document with the same values for the 'on' fields",
    );
  },
};

/** whenMatched as a pipeline: it changes the stored document and sees the new one as $$new. */
const pipelineMerge = (stages: Value[], bindings: Doc, scope: Scope): ((frame: Frame) => Merge) => {
  for (const name of Object.keys(bindings)) checkVariableName(name);
  const values = Object.keys(bindings).map((name): [string, Expression] => [name, scope.compile(bindings[name])]);
  const settings = { strings: scope.settings.strings };
  const constants = (doc: Doc, frame: Frame): Doc => Object.fromEntries(values.map(([name, { evaluate }]) => [name, evaluate(doc, frame)]));
  // Compiled once to be checked, before anything is written.
  compileUpdatePipeline(stages, { ...constants({}, []), NOW: scope.settings.now }, settings);
  return (frame) => (stored, doc) => compileUpdatePipeline(stages, { ...constants(doc, frame), NOW: scope.settings.now }, settings)(stored);
};

/** $merge: writes the documents into a collection, each matched by _id or other unique fields. */
export const merge: CompileStage = (operand, { scope, pipeline }, name) => {
  const spec: Doc = typeof operand === 'string' ? { into: operand } : isDoc(operand) ? operand : {};
  if (!isDoc(operand) && typeof operand !== 'string')
    throw new MongoError(51182, `$merge only supports a string or object argument, not ${typeName(operand)}`);
  for (const option of Object.keys(spec))
    if (!FIELDS.includes(option)) throw new MongoError(40415, `BSON field '$merge.${option}' is an unknown field.`);
  const { merge: writer } = pipeline;
  if (!writer) throw new MongoError('OperationNotSupportedInTransaction', '$merge cannot be used here');
  const target = targetOf(spec.into, pipeline.db);
  const on = onFields(spec.on);
  const given = spec.whenMatched;
  if (spec.let !== undefined && !Array.isArray(given))
    throw new MongoError(51199, "Cannot use 'let' variables with 'whenMatched' that is not a pipeline");
  const matched: (frame: Frame) => Merge = Array.isArray(given)
    ? pipelineMerge(given, isDoc(spec.let) ? spec.let : { new: '$$ROOT' }, scope)
    : () => merges[choice(given, WHEN_MATCHED, 'merge', 'whenMatched')] as Merge;
  matched([]);
  const notMatched = choice(spec.whenNotMatched, WHEN_NOT_MATCHED, 'insert', 'whenNotMatched');
  if (!writer.isUnique(target, on)) throw new MongoError(51183, 'Cannot find index to verify that join fields will be unique');
  const changeOf = (doc: Doc, apply: Merge): MergeChange => {
    const complete = hasOwn(doc, '_id') || !on.includes('_id') ? doc : { _id: new ObjectId(), ...doc };
    const query: Doc = {};
    for (const path of on) {
      const value = plainGet(complete, splitPath(path));
      if (Array.isArray(value)) throw new MongoError(51185, `$merge write error: 'on' field '${path}' cannot be an array`);
      if ((value === undefined || value === null) && path !== '_id')
        throw new MongoError(51132, `$merge write error: 'on' field '${path}' cannot be missing, null or undefined`);
      query[path] = { $eq: value ?? null };
    }
    return { query, apply: (stored) => (stored ? apply(stored, complete) : insertion(complete)) };
  };
  const insertion = (doc: Doc): Doc | undefined => {
    if (notMatched === 'discard') return undefined;
    if (notMatched === 'insert') return hasOwn(doc, '_id') ? doc : { _id: new ObjectId(), ...doc };
    throw new MongoError(
      13113,
      '$merge could not find a matching document in the target collection for at least one document in the source collection',
    );
  };
  return {
    name,
    reads: 'all',
    exhaustive: true,
    *run(input, run) {
      const apply = matched(run.frame);
      for (const item of input) {
        if (item instanceof Wait) yield item;
        else {
          const written = writer.write(
            target,
            item.map((doc) => changeOf(doc, apply)),
          );
          if (written) yield new Wait(written);
        }
      }
    },
  };
};

/** Where a $merge writes, for those who must know before it runs. */
export const mergeTarget = (operand: Value, db: string): Namespace => targetOf(isDoc(operand) ? operand.into : operand, db);
