import { typeName } from '../../bson/types.js';
import { isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { itemsOf } from '../run.js';
import type { CompileStage } from '../stage.js';

const specOf = (operand: Value): { coll: string | undefined; pipeline: Value } => {
  if (typeof operand === 'string') return { coll: operand, pipeline: [] };
  if (!isDoc(operand))
    throw new MongoError('FailedToParse', `the $unionWith stage specification must be an object or string, but found ${typeName(operand)}`);
  for (const option of Object.keys(operand)) {
    if (option !== 'coll' && option !== 'pipeline') throw new MongoError(40415, `BSON field '$unionWith.${option}' is an unknown field.`);
  }
  const { coll, pipeline = [] } = operand as { coll?: Value; pipeline?: Value };
  if (coll !== undefined && typeof coll !== 'string')
    throw new MongoError('TypeMismatch', `BSON field '$unionWith.coll' is the wrong type '${typeName(coll)}', expected type 'string'`);
  const first = Array.isArray(pipeline) ? pipeline[0] : undefined;
  if (coll === undefined && !(isDoc(first) && Object.hasOwn(first, '$documents'))) {
    throw new MongoError(
      'FailedToParse',
      '$unionWith stage without explicit collection must have a pipeline with $documents as first stage',
    );
  }
  return { coll, pipeline };
};

/** $unionWith: after all documents, those of another collection's pipeline. */
export const unionWith: CompileStage = (operand, { scope, pipeline: context, compile }, name) => {
  const { coll, pipeline } = specOf(operand);
  // The other collection's documents are not the input: what is read of them is noted apart.
  const chain = compile(pipeline, scope.reading(), name);
  return {
    name,
    reads: new Set(),
    exhaustive: false,
    *run(input, run) {
      yield* input;
      const inner = run.inner([...run.frame]);
      if (coll === undefined) {
        yield* chain.run([], inner, false);
        return;
      }
      const { documents, sorted } = context.read(coll, chain.lead);
      yield* chain.run(itemsOf(documents, inner), inner, sorted);
    },
  };
};
