import { type Doc, isDoc, setField, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { constant } from './operands.js';
import { operators, refusedOperators } from './operators.js';
import { type Expression, type Frame, Scope, type ScopeSettings } from './scope.js';
import { compilePath } from './variables.js';

const compileArray = (elements: Value[], scope: Scope): Expression => {
  const parts = elements.map((element) => scope.compile(element));
  if (parts.every((part) => part.constant)) return constant(parts.map((part) => part.evaluate({}, []) ?? null));
  return { evaluate: (root, frame) => parts.map((part) => part.evaluate(root, frame) ?? null), constant: false };
};

const compileOperator = (name: string, operand: Value, scope: Scope): Expression => {
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator) return operator(operand, scope, name);
  if (refusedOperators.has(name)) throw new MongoError('CommandNotSupported', `${name} is not supported by this server`);
  throw new MongoError('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
};

const compileObject = (object: Doc, scope: Scope): Expression => {
  const names = Object.keys(object);
  const operator = names.find((name) => name.startsWith('$'));
  if (operator !== undefined) {
    if (names.length > 1) throw new MongoError(15983, `an object representing an expression must have exactly one field: ${show(object)}`);
    return compileOperator(operator, object[operator], scope);
  }
  for (const name of names) {
    if (name.includes('.'))
      throw new MongoError(16412, "FieldPath field names may not contain '.'. Consider using $getField or $setField.");
    if (name === '') throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
  }
  const parts = names.map((name) => scope.compile(object[name]));
  const evaluate = (root: Doc, frame: Frame): Doc => {
    const result: Doc = {};
    for (let i = 0; i < names.length; i++) {
      const value = (parts[i] as Expression).evaluate(root, frame);
      if (value !== undefined) setField(result, names[i] as string, value);
    }
    return result;
  };
  return parts.every((part) => part.constant) ? constant(evaluate({}, [])) : { evaluate, constant: false };
};

/**
 * Compiles an aggregation expression: "$path", "$$variable", an operator, an object or array of expressions, or a literal.
 * Throws what MongoDB would say of a wrong one; the result throws only for what it meets in documents.
 */
export const expression = (value: Value, scope: Scope): Expression => {
  if (typeof value === 'string') return value.startsWith('$') ? compilePath(value, scope) : constant(value);
  if (Array.isArray(value)) return compileArray(value, scope);
  return isDoc(value) ? compileObject(value, scope) : constant(value);
};

/** A scope for expressions on their own; `variables` of a command's `let` get the first slots of the frame. */
export const newScope = (settings: ScopeSettings, variables: Doc = {}): { scope: Scope; frame: Frame } => {
  const names = Object.keys(variables);
  return { scope: new Scope(settings, expression).with(names), frame: names.map((name) => variables[name]) };
};
