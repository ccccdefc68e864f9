import { type Doc, hasOwn, isDoc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { CompileUpdatePipeline } from '../update/compile.js';
import { newScope } from './expressions/expression.js';
import type { PipelineContext } from './pipeline.js';
import { Run, Wait } from './run.js';
import type { CompileStage } from './stage.js';
import { addFields } from './stages/add-fields.js';
import { project } from './stages/project.js';
import { replaceRoot, replaceWith } from './stages/replace-root.js';
import { unset } from './stages/unset.js';

/** The stages that change one document by itself. */
const allowed: Readonly<Record<string, CompileStage>> = {
  $addFields: addFields,
  $project: project,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $set: addFields,
  $unset: unset,
};

const noCollections = (): never => {
  throw new MongoError('InvalidOptions', 'an update reads no collection');
};

/** Compiles an update given as a pipeline. An `_id` that it does not mention is kept. */
export const compileUpdatePipeline: CompileUpdatePipeline = (stages, constants, match) => {
  const { NOW, ...variables } = { ...match.variables, ...constants };
  const now = NOW instanceof Date ? NOW : new Date();
  const { scope, frame } = newScope({ now, strings: match.strings }, variables);
  const context: PipelineContext = { db: '', collection: undefined, now, read: noCollections, hasIndex: noCollections };
  const steps = stages.map((stage) => {
    const names = isDoc(stage) ? Object.keys(stage) : [];
    if (names.length !== 1) throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
    const name = names[0] as string;
    if (!name.startsWith('$') || !Object.hasOwn(allowed, name))
      throw new MongoError('InvalidOptions', `${name} is not allowed to be used within an update`);
    return (allowed[name] as CompileStage)(
      (stage as Doc)[name],
      { pipeline: context, scope: scope.reading(), compile: noCollections },
      name,
    );
  });
  const run = new Run(context, frame);
  const changed = (doc: Doc): Doc => {
    let current = doc;
    for (const step of steps) for (const item of step.run([[current]], run)) if (!(item instanceof Wait)) current = item[0] ?? current;
    return current;
  };
  return (doc) => {
    const result = changed(doc);
    return hasOwn(result, '_id') || !hasOwn(doc, '_id') ? result : { _id: doc._id, ...result };
  };
};
