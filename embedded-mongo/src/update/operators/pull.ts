import { typeName } from '../../bson/types.js';
import { BSONRegExp, type Doc, isDoc, isNumeric, toNumber, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { isOperatorObject } from '../../matcher/comparison.js';
import { compileField, compileMatcher } from '../../matcher/compile.js';
import type { MatchContext } from '../../matcher/context.js';
import { equalValues } from '../../order/compare.js';
import type { UpdateOperator } from '../context.js';
import type { Slot } from '../slot.js';

const filterArray = (operator: string, slot: Slot, keep: (element: Value) => boolean): void => {
  const value = slot.get();
  if (value === undefined) return;
  if (!Array.isArray(value)) throw new MongoError('BadValue', `Cannot apply ${operator} to a non-array value`);
  const kept = value.filter(keep);
  if (kept.length < value.length) slot.set(kept);
};

/** A condition on the elements as documents, as against one on their values. */
const isQuery = (operand: Value): operand is Doc =>
  isDoc(operand) && ['$and', '$or', '$nor', '$expr'].includes(Object.keys(operand)[0] ?? '');

const pullTest = (operand: Value, match: MatchContext): ((element: Value) => boolean) => {
  if (!isQuery(operand) && (isOperatorObject(operand) || operand instanceof BSONRegExp)) {
    const matches = compileField('value', operand, match, 'elements');
    return (element) => matches({ value: element });
  }
  if (isDoc(operand)) {
    const matches = compileMatcher(operand, match);
    return (element) => isDoc(element) && matches(element);
  }
  return (element) => equalValues(element, operand, match.strings);
};

/** $pull: removes the elements that equal a value or meet a condition. */
export const pull: UpdateOperator = (operand, _path, match) => {
  const test = pullTest(operand, match);
  return (slot) => filterArray('$pull', slot, (element) => !test(element));
};

/** $pullAll: removes the elements that equal one of the values. */
export const pullAll: UpdateOperator = (operand, _path, match) => {
  if (!Array.isArray(operand)) throw new MongoError('BadValue', `$pullAll requires an array argument but was given a ${typeName(operand)}`);
  return (slot) => filterArray('$pullAll', slot, (element) => !operand.some((value) => equalValues(element, value, match.strings)));
};

/** $pop: removes the last element (1) or the first (-1). */
export const pop: UpdateOperator = (operand, path) => {
  const side = isNumeric(operand) ? toNumber(operand) : Number.NaN;
  if (!isNumeric(operand)) throw new MongoError('FailedToParse', `Expected a number in: ${path}: ${show(operand)}`);
  if (side !== 1 && side !== -1) throw new MongoError('FailedToParse', `$pop expects 1 or -1, found: ${side}`);
  return (slot) => {
    const value = slot.get();
    if (value === undefined) return slot.check();
    if (!Array.isArray(value))
      throw new MongoError('TypeMismatch', `Path '${slot.name}' contains an element of non-array type '${typeName(value)}'`);
    if (value.length > 0) slot.set(side === 1 ? value.slice(0, -1) : value.slice(1));
  };
};
