import { BSONRegExp, type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { equalityTest, inTest, isOperatorObject, orderingTest } from './comparison.js';
import type { Matches, QueryContext } from './context.js';
import { bitTest, modTest } from './numeric.js';
import { anyAtPath, type LeafArrays, type Path, splitPath, type ValueTest } from './path.js';
import { regexTest } from './regex.js';
import { typeTest } from './type.js';

const atPath =
  (path: Path, test: ValueTest, leaf: LeafArrays = 'elements'): Matches =>
  (doc) =>
    anyAtPath(doc, path, 0, leaf, test);

const not =
  (matches: Matches): Matches =>
  (doc) =>
    !matches(doc);

/** Which elements of an array pass $elemMatch: as documents under a query, or as values under operators. */
export const elementTest = (operand: Value, context: QueryContext): ValueTest => {
  if (!isDoc(operand)) throw new MongoError('BadValue', '$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  if (first !== undefined && isOperatorObject(operand) && !['$and', '$or', '$nor', '$where', '$expr'].includes(first)) {
    const matches = fieldCondition('value', operand, context, 'whole');
    return (element) => matches({ value: element });
  }
  const matches = context.compileQuery(operand);
  // An array is followed like a document whose fields are its positions.
  return (element) =>
    isDoc(element)
      ? matches(element)
      : Array.isArray(element) && matches(Object.fromEntries(element.map((inner, i) => [String(i), inner])));
};

const compileAll = (path: Path, operand: Value, context: QueryContext, leaf: LeafArrays): Matches => {
  if (!Array.isArray(operand)) throw new MongoError('BadValue', '$all needs an array');
  if (operand.length === 0) return () => false;
  const parts = operand.map((element) => {
    if (isDoc(element) && Object.keys(element)[0] === '$elemMatch')
      return compileOperator(path, '$elemMatch', element.$elemMatch, {}, context, leaf);
    if (isOperatorObject(element)) throw new MongoError('BadValue', 'no $ expressions in $all');
    return atPath(path, element instanceof BSONRegExp ? regexTest(element) : equalityTest(element, context.strings), leaf);
  });
  return (doc) => parts.every((matches) => matches(doc));
};

const sizeOf = (operand: Value): number => {
  if (!isNumeric(operand))
    throw new MongoError('BadValue', `Failed to parse $size. Expected a number in: $size: ${JSON.stringify(operand)}`);
  const size = toNumber(operand);
  if (!Number.isInteger(size)) throw new MongoError('BadValue', `Failed to parse $size. Expected an integer: $size: ${size}`);
  if (size < 0) throw new MongoError('BadValue', `Failed to parse $size. Expected a non-negative number in: $size: ${size}`);
  return size;
};

const compileNot = (path: string, operand: Value, context: QueryContext, leaf: LeafArrays): Matches => {
  if (operand instanceof BSONRegExp) return not(atPath(splitPath(path), regexTest(operand), leaf));
  if (!isDoc(operand)) throw new MongoError('BadValue', '$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw new MongoError('BadValue', '$not cannot be empty');
  if (!isOperatorObject(operand)) throw new MongoError('BadValue', `unknown operator: ${Object.keys(operand)[0]}`);
  return not(fieldCondition(path, operand, context, leaf));
};

const regexOf = (operand: Value, options: Value): BSONRegExp => {
  if (operand instanceof BSONRegExp) {
    if (typeof options === 'string' && operand.options !== '') throw new MongoError(51075, 'options set in both $regex and $options');
    return typeof options === 'string' ? new BSONRegExp(operand.pattern, options) : operand;
  }
  if (typeof operand !== 'string') throw new MongoError('BadValue', '$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw new MongoError('BadValue', '$options has to be a string');
  return new BSONRegExp(operand, options ?? '');
};

const truthy = (value: Value): boolean =>
  !(value === false || value === null || value === undefined || (isNumeric(value) && toNumber(value) === 0));

const compileOperator = (path: Path, operator: string, operand: Value, siblings: Doc, context: QueryContext, leaf: LeafArrays): Matches => {
  switch (operator) {
    case '$eq':
      return atPath(path, equalityTest(operand, context.strings), leaf);
    case '$ne':
      if (operand instanceof BSONRegExp) throw new MongoError('BadValue', "Can't have regex as arg to $ne.");
      return not(atPath(path, equalityTest(operand, context.strings), leaf));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return atPath(path, orderingTest(operator, operand, context.strings), leaf);
    case '$in':
      return atPath(path, inTest(operator, operand, context.strings), leaf);
    case '$nin':
      return not(atPath(path, inTest(operator, operand, context.strings), leaf));
    case '$not':
      return compileNot(path.join('.'), operand, context, leaf);
    case '$exists': {
      const exists = atPath(path, (value) => value !== undefined, leaf);
      return truthy(operand) ? exists : not(exists);
    }
    case '$type':
      return atPath(path, typeTest(operand), leaf);
    case '$mod':
      return atPath(path, modTest(operand), leaf);
    case '$regex':
      return atPath(path, regexTest(regexOf(operand, siblings.$options)), leaf);
    case '$options':
      if (!Object.hasOwn(siblings, '$regex')) throw new MongoError('BadValue', '$options needs a $regex');
      return () => true;
    case '$size': {
      const size = sizeOf(operand);
      return atPath(path, (value) => Array.isArray(value) && value.length === size, 'whole');
    }
    case '$all':
      return compileAll(path, operand, context, leaf);
    case '$elemMatch': {
      const test = elementTest(operand, context);
      return atPath(path, (value) => Array.isArray(value) && value.some(test), 'whole');
    }
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return atPath(path, bitTest(operator, operand), leaf);
    case '$comment':
      return () => true;
    case '$geoWithin':
    case '$geoIntersects':
    case '$near':
    case '$nearSphere':
    case '$within':
      throw new MongoError('CommandNotSupported', `${operator} is not supported by this server`);
  }
  throw new MongoError('BadValue', `unknown operator: ${operator}`);
};

/** Compiles the condition on one field: a value to equal, a pattern, or an object of operators that must all hold. */
export const fieldCondition = (name: string, operand: Value, context: QueryContext, leaf: LeafArrays = 'elements'): Matches => {
  const path = splitPath(name);
  if (operand instanceof BSONRegExp) return atPath(path, regexTest(operand), leaf);
  if (!isOperatorObject(operand)) return atPath(path, equalityTest(operand, context.strings), leaf);
  const parts = Object.keys(operand).map((operator) => compileOperator(path, operator, operand[operator], operand, context, leaf));
  if (parts.length === 1) return parts[0] as Matches;
  return (doc) => parts.every((matches) => matches(doc));
};
