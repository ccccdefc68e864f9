import { typeName } from '../../bson/types.js';
import { clone, isDoc, isNumeric, toNumber, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import type { MatchContext } from '../../matcher/context.js';
import { compareValues } from '../../order/compare.js';
import { sortComparator } from '../../order/sort.js';
import type { UpdateOperator } from '../context.js';

interface Modifiers {
  each: Value[];
  position: number | undefined;
  slice: number | undefined;
  sort: ((a: Value, b: Value) => number) | undefined;
}

const integer = (name: string, value: Value): number => {
  if (!isNumeric(value) || !Number.isInteger(toNumber(value)))
    throw new MongoError('BadValue', `The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
  return toNumber(value);
};

const sortOf = (value: Value, match: MatchContext): ((a: Value, b: Value) => number) => {
  if (isNumeric(value) && Math.abs(toNumber(value)) === 1) {
    const direction = toNumber(value);
    return (a, b) => direction * compareValues(a, b, match.strings);
  }
  if (!isDoc(value))
    throw new MongoError('BadValue', 'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  if (Object.keys(value).length === 0) throw new MongoError('BadValue', 'The $sort pattern is empty when it should be a set of fields.');
  for (const name of Object.keys(value)) {
    const direction = value[name];
    if (!isNumeric(direction) || Math.abs(toNumber(direction)) !== 1)
      throw new MongoError('BadValue', 'The $sort element value must be either 1 or -1');
  }
  const compare = sortComparator(value, match.strings);
  // An element that is no document sorts as one without the fields.
  return (a, b) => compare(isDoc(a) ? a : {}, isDoc(b) ? b : {});
};

const modifiersOf = (operand: Value, match: MatchContext): Modifiers => {
  if (!isDoc(operand) || !Object.hasOwn(operand, '$each'))
    return { each: [operand], position: undefined, slice: undefined, sort: undefined };
  const each = operand.$each;
  if (!Array.isArray(each))
    throw new MongoError('BadValue', `The argument to $each in $push must be an array but it was of type: ${typeName(each)}`);
  for (const name of Object.keys(operand)) {
    if (!['$each', '$position', '$slice', '$sort'].includes(name))
      throw new MongoError('BadValue', `Unrecognized clause in $push: ${name}`);
  }
  return {
    each,
    position: operand.$position === undefined ? undefined : integer('$position', operand.$position),
    slice: operand.$slice === undefined ? undefined : integer('$slice', operand.$slice),
    sort: operand.$sort === undefined ? undefined : sortOf(operand.$sort, match),
  };
};

/** $push: appends to an array, made when it is missing; $each, $position, $sort and $slice apply in this order. */
export const push: UpdateOperator = (operand, _path, match) => {
  const { each, position, slice, sort } = modifiersOf(operand, match);
  return (slot, _context, original) => {
    const value = slot.get();
    if (value !== undefined && !Array.isArray(value)) {
      throw new MongoError(
        'BadValue',
        `The field '${slot.name}' must be an array but is of type ${typeName(value)} in document {_id: ${show(original._id)}}`,
      );
    }
    let array = value === undefined ? [] : [...value];
    // Array.splice counts negative positions from the end as $position does.
    array.splice(position ?? array.length, 0, ...each.map(clone));
    if (sort) array.sort(sort);
    if (slice !== undefined) array = slice >= 0 ? array.slice(0, slice) : array.slice(slice);
    slot.set(array);
  };
};
