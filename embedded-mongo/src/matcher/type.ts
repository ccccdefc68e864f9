import { bsonType, typeAliases } from '../bson/types.js';
import { isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { ValueTest } from './path.js';

const NUMBER_TYPES = [1, 16, 18, 19];
const knownTypes = new Set(Object.values(typeAliases));

const typesOf = (operand: Value): number[] => {
  if (typeof operand === 'string') {
    if (operand === 'number') return NUMBER_TYPES;
    const type = typeAliases[operand];
    if (type === undefined) throw new MongoError('BadValue', `Unknown type name alias: ${operand}`);
    return [type];
  }
  if (isNumeric(operand)) {
    const type = toNumber(operand);
    if (type === 0) throw new MongoError('BadValue', '$type does not support numeric type code 0. Use {$exists: false} instead');
    if (!knownTypes.has(type)) throw new MongoError('BadValue', `Invalid numerical type code: ${type}`);
    return [type];
  }
  throw new MongoError('TypeMismatch', 'type must be represented as a number or a string');
};

/** $type: one or several BSON types by number or alias. */
export const typeTest = (operand: Value): ValueTest => {
  if (Array.isArray(operand) && operand.length === 0) throw new MongoError('FailedToParse', '$type must match at least one type');
  const types = new Set(Array.isArray(operand) ? operand.flatMap(typesOf) : typesOf(operand));
  return (value) => value !== undefined && types.has(bsonType(value));
};
