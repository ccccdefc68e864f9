import { typeName } from '../../bson/types.js';
import { Decimal128, double, isInt32, isNumeric, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { add, multiply } from '../../order/arithmetic.js';
import type { Numeric } from '../../order/numbers.js';
import type { UpdateOperator } from '../context.js';

const checked = (verb: string, operand: Value, path: string): Numeric => {
  if (!isNumeric(operand)) throw new MongoError('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${path}: ${show(operand)}}`);
  return operand;
};

const onNumber = (operator: string, value: Value, name: string, id: Value): Numeric => {
  if (!isNumeric(value)) {
    throw new MongoError(
      'TypeMismatch',
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(id)}} has the field '${name.split('.').at(-1)}' of non-numeric type ${typeName(value)}`,
    );
  }
  return value;
};

const overflowed = (operator: string, value: Value, id: Value): never => {
  throw new MongoError(
    'BadValue',
    `Failed to apply ${operator} operations to current value (${show(value)}) for document {_id: ${show(id)}}`,
  );
};

/** $inc: adds; a missing field counts as 0. */
export const inc: UpdateOperator = (operand, path) => {
  const by = checked('increment', operand, path);
  return (slot, _context, original) => {
    const value = slot.get();
    if (value === undefined) return slot.set(by);
    const sum = add(onNumber('$inc', value, slot.name, original._id), by);
    slot.set(sum ?? overflowed('$inc', value, original._id));
  };
};

/** 0 in the operand's own type. */
const zeroLike = (value: Numeric): Numeric =>
  value instanceof Decimal128
    ? Decimal128.fromString('0')
    : typeof value === 'bigint'
      ? 0n
      : typeof value === 'number' && isInt32(value)
        ? 0
        : double(0);

/** $mul: multiplies; a missing field becomes 0. */
export const mul: UpdateOperator = (operand, path) => {
  const by = checked('multiply', operand, path);
  return (slot, _context, original) => {
    const value = slot.get();
    if (value === undefined) return slot.set(zeroLike(by));
    const product = multiply(onNumber('$mul', value, slot.name, original._id), by);
    slot.set(product ?? overflowed('$mul', value, original._id));
  };
};
