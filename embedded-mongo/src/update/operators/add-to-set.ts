import { typeName } from '../../bson/types.js';
import { clone, isDoc } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { equalValues } from '../../order/compare.js';
import type { UpdateOperator } from '../context.js';

/** $addToSet: appends what the array does not hold yet. */
export const addToSet: UpdateOperator = (operand, path, match) => {
  const each = isDoc(operand) && Object.keys(operand)[0] === '$each' ? operand.$each : undefined;
  if (each !== undefined && !Array.isArray(each))
    throw new MongoError('TypeMismatch', `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`);
  if (each !== undefined) {
    const other = Object.keys(operand as object).find((name) => name !== '$each');
    if (other !== undefined) throw new MongoError('BadValue', `Found unexpected fields after $each in $addToSet: {${path}: {${other}: …}}`);
  }
  const values = each ?? [operand];
  return (slot) => {
    const value = slot.get();
    if (value !== undefined && !Array.isArray(value)) {
      throw new MongoError(
        'BadValue',
        `Cannot apply $addToSet to non-array field. Field named '${slot.name}' has non-array type ${typeName(value)}`,
      );
    }
    const array = value === undefined ? [] : [...value];
    for (const element of values) if (!array.some((present) => equalValues(present, element, match.strings))) array.push(clone(element));
    if (value === undefined || array.length > value.length) slot.set(array);
  };
};
