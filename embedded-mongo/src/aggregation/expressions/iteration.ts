import { typeName } from '../../bson/types.js';
import { type Doc, isNumeric, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { parseSortPattern, sortComparator } from '../sort-order.js';
import { asInt32 } from '../values/numbers.js';
import { isNullish, isTrue } from '../values/truth.js';
import { compareExpressions } from './comparison.js';
import { type Family, namedArguments, type Operator, ofAll } from './operands.js';
import { checkVariableName, type Scope } from './scope.js';

const variableName = (given: Value, fallback: string): string => {
  if (given === undefined) return fallback;
  if (typeof given !== 'string') throw new MongoError('TypeMismatch', `the 'as' name must be a string, not ${typeName(given)}`);
  checkVariableName(given);
  return given;
};

const map: Operator = (operand, scope, name) => {
  const given = namedArguments(name, operand, ['input', 'in'], ['as'], { notObject: 16878, unknown: 16879, missing: 16880 });
  const input = scope.compile(given.input);
  const slot = scope.size;
  const each = scope.with([variableName(given.as, 'this')]).compile(given.in);
  return {
    evaluate: (root, frame) => {
      const list = input.evaluate(root, frame);
      if (isNullish(list)) return null;
      if (!Array.isArray(list)) throw new MongoError(16883, `input to $map must be an array not ${typeName(list)}`);
      return list.map((element) => {
        frame[slot] = element;
        return each.evaluate(root, frame) ?? null;
      });
    },
    constant: false,
  };
};

const limitOf = (value: Value): number => {
  if (isNullish(value)) return Number.POSITIVE_INFINITY;
  const limit = asInt32(value);
  if (limit === undefined)
    throw new MongoError(327391, `$filter: limit must be represented as a 32-bit integral value: ${typeName(value)}`);
  if (limit <= 0) throw new MongoError(327392, `$filter: limit must be greater than 0: ${limit}`);
  return limit;
};

const filter: Operator = (operand, scope, name) => {
  const given = namedArguments(name, operand, ['input', 'cond'], ['as', 'limit'], { notObject: 28646, unknown: 28647, missing: 28648 });
  const input = scope.compile(given.input);
  const limit = scope.compile(given.limit);
  const slot = scope.size;
  const test = scope.with([variableName(given.as, 'this')]).compile(given.cond);
  return {
    evaluate: (root, frame) => {
      const list = input.evaluate(root, frame);
      if (isNullish(list)) return null;
      if (!Array.isArray(list)) throw new MongoError(28651, `input to $filter must be an array not ${typeName(list)}`);
      const most = limitOf(limit.evaluate(root, frame));
      const kept: Value[] = [];
      for (const element of list) {
        frame[slot] = element;
        if (isTrue(test.evaluate(root, frame)) && kept.push(element) === most) break;
      }
      return kept;
    },
    constant: false,
  };
};

const reduce: Operator = (operand, scope, name) => {
  const given = namedArguments(name, operand, ['input', 'initialValue', 'in'], [], { notObject: 40075, unknown: 40076, missing: 40077 });
  const input = scope.compile(given.input);
  const initial = scope.compile(given.initialValue);
  const slot = scope.size;
  const each = scope.with(['value', 'this']).compile(given.in);
  return {
    evaluate: (root, frame) => {
      const list = input.evaluate(root, frame);
      if (isNullish(list)) return null;
      if (!Array.isArray(list)) throw new MongoError(40080, `$reduce requires that 'input' be an array, found: ${typeName(list)}`);
      let value = initial.evaluate(root, frame);
      for (const element of list) {
        frame[slot] = value;
        frame[slot + 1] = element;
        value = each.evaluate(root, frame);
      }
      return value;
    },
    constant: false,
  };
};

/** Orders elements by themselves (1 or -1) or by their fields ({a: 1, …}). */
const elementOrder = (sortBy: Value, scope: Scope): ((a: Value, b: Value) => number) => {
  if (isNumeric(sortBy)) {
    const direction = asInt32(sortBy);
    if (direction !== 1 && direction !== -1) throw new MongoError(2942506, 'Sort order must be 1 (for ascending) or -1 (for descending)');
    return (a, b) => direction * compareExpressions(a, b, scope);
  }
  const { comparator } = sortComparator(parseSortPattern(sortBy, '$sortArray'), scope.settings.strings);
  return (a, b) => comparator({ element: a }, { element: b });
};

const sortArray: Operator = (operand, scope, name) => {
  const given = namedArguments(name, operand, ['input', 'sortBy'], [], { notObject: 2942500, unknown: 2942501, missing: 2942502 });
  const sortBy = given.sortBy;
  const pattern: Value = isNumeric(sortBy) || typeof sortBy !== 'object' || sortBy === null ? sortBy : under('element', sortBy as Doc);
  const order = elementOrder(pattern, scope);
  return ofAll([scope.compile(given.input)], ([list]) => {
    if (isNullish(list)) return null;
    if (!Array.isArray(list))
      throw new MongoError(2942504, `The input argument to $sortArray must be an array, but was of type: ${typeName(list)}`);
    return list.toSorted(order);
  });
};

const under = (prefix: string, pattern: Doc): Doc =>
  Object.fromEntries(Object.keys(pattern).map((path) => [`${prefix}.${path}`, pattern[path]]));

export const iteration: Family = { $filter: filter, $map: map, $reduce: reduce, $sortArray: sortArray };
