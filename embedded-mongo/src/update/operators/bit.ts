import { typeName } from '../../bson/types.js';
import { isDoc, isInt32, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import type { UpdateOperator } from '../context.js';

const operations: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const isIntegral = (value: Value): value is number | bigint => typeof value === 'bigint' || (typeof value === 'number' && isInt32(value));

/** $bit: and, or, xor with an integer; a missing field counts as 0. */
export const bit: UpdateOperator = (operand, path) => {
  if (!isDoc(operand))
    throw new MongoError(
      'BadValue',
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  const steps = Object.keys(operand).map((name) => {
    const operation = operations[name];
    if (!operation)
      throw new MongoError(
        'BadValue',
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${name}: ${show(operand[name])}}`,
      );
    const by = operand[name];
    if (!isIntegral(by))
      throw new MongoError(
        'BadValue',
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(by)}' is not supported here: {${name}: ${show(by)}}`,
      );
    return { operation, by };
  });
  if (steps.length === 0)
    throw new MongoError('BadValue', `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`);
  return (slot) => {
    let value = slot.get() ?? 0;
    if (!isIntegral(value))
      throw new MongoError(
        'BadValue',
        `Cannot apply $bit to a value of non-integral type.${path} has the field ${slot.name} of non-integer type ${typeName(value)}`,
      );
    for (const { operation, by } of steps) {
      const result = operation(BigInt(value), BigInt(by));
      value = typeof value === 'bigint' || typeof by === 'bigint' ? result : Number(result);
    }
    slot.set(value);
  };
};
