import { typeName } from '../../bson/types.js';
import { type Doc, field, isDoc, setField, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { isNullish } from '../values/truth.js';
import { type Family, namedArguments, type Operator, ofAll, unary, variadic } from './operands.js';
import type { Scope } from './scope.js';

const kind = (value: Value): string => (value === undefined ? 'missing' : typeName(value));

const getField: Operator = (operand, scope, name) => {
  const long = isDoc(operand) && !Object.keys(operand).some((key) => key.startsWith('$'));
  const given = long
    ? namedArguments(name, operand, ['field', 'input'], [], { notObject: 3041701, unknown: 3041701, missing: 3041702 })
    : { field: operand, input: '$$CURRENT' };
  const key = scope.compile(given.field);
  return ofAll([key, scope.compile(given.input)], ([wanted, input]) => {
    if (typeof wanted !== 'string')
      throw new MongoError(3041704, `$getField requires 'field' to evaluate to type String, but got ${kind(wanted)}`);
    if (input === null) return null;
    return isDoc(input) ? field(input, wanted) : undefined;
  });
};

const withField = (input: Doc, name: string, value: Value): Doc => {
  const result: Doc = { ...input };
  if (value === undefined) delete result[name];
  else setField(result, name, value);
  return result;
};

/** The name of the field is fixed when the pipeline is read. */
const fieldName = (given: Value, scope: Scope, operator: string): string => {
  const compiled = scope.compile(given);
  const name = compiled.constant ? compiled.evaluate({}, []) : undefined;
  if (typeof name !== 'string') throw new MongoError(4161107, `${operator} requires 'field' to evaluate to a constant string`);
  return name;
};

const onObject = (input: Value, operator: string, change: (input: Doc) => Doc): Value => {
  if (isNullish(input)) return null;
  if (!isDoc(input)) throw new MongoError(4161105, `${operator} requires 'input' to evaluate to type Object, but got ${kind(input)}`);
  return change(input);
};

export const object: Family = {
  $getField: getField,
  $mergeObjects: variadic((values) => {
    const merged: Doc = {};
    for (const value of values) {
      if (isNullish(value)) continue;
      if (!isDoc(value)) throw new MongoError(40400, `$mergeObjects requires object inputs, but input is of type ${kind(value)}`);
      for (const name of Object.keys(value)) setField(merged, name, value[name]);
    }
    return merged;
  }),
  $objectToArray: unary((value) => {
    if (isNullish(value)) return null;
    if (!isDoc(value)) throw new MongoError(40390, `$objectToArray requires a document input, found: ${kind(value)}`);
    return Object.keys(value).map((name) => ({ k: name, v: value[name] }));
  }),
  $setField: (operand, scope, name) => {
    const given = namedArguments(name, operand, ['field', 'input', 'value'], [], {
      notObject: 4161100,
      unknown: 4161101,
      missing: 4161102,
    });
    const target = fieldName(given.field, scope, name);
    return ofAll([scope.compile(given.input), scope.compile(given.value)], ([input, value]) =>
      onObject(input, name, (whole) => withField(whole, target, value)),
    );
  },
  $unsetField: (operand, scope, name) => {
    const given = namedArguments(name, operand, ['field', 'input'], [], { notObject: 4161100, unknown: 4161101, missing: 4161102 });
    const target = fieldName(given.field, scope, name);
    return ofAll([scope.compile(given.input)], ([input]) => onObject(input, name, (whole) => withField(whole, target, undefined)));
  },
};
