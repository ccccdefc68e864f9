import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { batchStage, type CompileStage, type StageContext } from '../stage.js';

const replacing = (expression: Value, { scope }: StageContext, name: string) => {
  const { evaluate } = scope.compile(expression);
  return batchStage(
    name,
    scope.reads.paths,
    true,
    ({ frame }) =>
      (batch) =>
        batch.map((doc): Doc => {
          const root = evaluate(doc, frame);
          if (isDoc(root)) return root;
          const type = root === undefined ? 'missing' : typeName(root);
          throw new MongoError(
            40228,
            `'newRoot' expression must evaluate to an object, but resulting value was: ${root === undefined ? 'MISSING' : show(root)}. Type of resulting value: '${type}'.`,
          );
        }),
  );
};

/** $replaceRoot: a computed document in place of each. */
export const replaceRoot: CompileStage = (operand, context, name) => {
  if (!isDoc(operand)) throw new MongoError(40229, `expected an object as specification for $replaceRoot stage, got ${typeName(operand)}`);
  for (const option of Object.keys(operand))
    if (option !== 'newRoot') throw new MongoError(40415, `BSON field '$replaceRoot.${option}' is an unknown field.`);
  if (operand.newRoot === undefined) throw new MongoError(40414, "BSON field '$replaceRoot.newRoot' is missing but a required field");
  return replacing(operand.newRoot, context, name);
};

/** $replaceWith: the same, without the name around it. */
export const replaceWith: CompileStage = (operand, context, name) => replacing(operand, context, name);
