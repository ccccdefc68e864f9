import { typeName } from '../bson/types.js';
import { BSONRegExp, type Doc, isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { MatchContext, Matches, QueryContext } from './context.js';

import { elementTest as elementTestIn, fieldCondition } from './field.js';
import type { LeafArrays, ValueTest } from './path.js';

const refusedAtTop = new Map([
  ['$where', '$where is not supported by this server'],
  ['$text', '$text is not supported by this server'],
  ['$jsonSchema', '$jsonSchema is not supported by this server'],
]);

const clauses = (operator: string, operand: Value, context: MatchContext): Matches[] => {
  if (!Array.isArray(operand)) throw new MongoError('BadValue', `${operator} must be an array`);
  if (operand.length === 0) throw new MongoError('BadValue', `${operator} argument must be a non-empty array`);
  return operand.map((clause) => {
    if (!isDoc(clause)) throw new MongoError('BadValue', `${operator} argument's entries must be objects`);
    return compileMatcher(clause, context);
  });
};

const compileTopLevel = (operator: string, operand: Value, context: MatchContext): Matches => {
  const refused = refusedAtTop.get(operator);
  if (refused !== undefined) throw new MongoError('CommandNotSupported', refused);
  switch (operator) {
    case '$and': {
      const all = clauses(operator, operand, context);
      return (doc) => all.every((matches) => matches(doc));
    }
    case '$or': {
      const any = clauses(operator, operand, context);
      return (doc) => any.some((matches) => matches(doc));
    }
    case '$nor': {
      const none = clauses(operator, operand, context);
      return (doc) => !none.some((matches) => matches(doc));
    }
    case '$comment':
      return () => true;
    case '$alwaysTrue':
      return () => true;
    case '$alwaysFalse':
      return () => false;
    case '$expr': {
      if (!context.compileExpression) throw new MongoError('BadValue', '$expr is not allowed in this context');
      const evaluate = context.compileExpression(operand, context);
      return (doc) => isTrue(evaluate(doc));
    }
  }
  throw new MongoError(
    'BadValue',
    `unknown top level operator: ${operator}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  );
};

/** Truth of an aggregation value: false, null, 0 and absent are false. */
export const isTrue = (value: Value): boolean =>
  !(
    value === false ||
    value === null ||
    value === undefined ||
    (typeof value !== 'object' && Number(value) === 0 && typeof value !== 'string') ||
    (typeof value === 'object' && 'value' in value && value.value === 0)
  );

const withQueries = (context: MatchContext): QueryContext => ({ ...context, compileQuery: (query) => compileMatcher(query, context) });

/** Compiles the condition on one field: a value to equal, a pattern, or an object of operators that must all hold. */
export const compileField = (name: string, operand: Value, context: MatchContext, leaf: LeafArrays = 'elements'): Matches =>
  fieldCondition(name, operand, withQueries(context), leaf);

/** Which elements of an array pass $elemMatch. */
export const elementTest = (operand: Value, context: MatchContext): ValueTest => elementTestIn(operand, withQueries(context));

/** Compiles a query document; every unknown operator is refused here, before any document is read. */
export const compileMatcher = (query: Doc, context: MatchContext = {}): Matches => {
  const parts: Matches[] = [];
  for (const name of Object.keys(query)) {
    const operand = query[name];
    if (name.startsWith('$') && !['$ref', '$id', '$db'].includes(name)) parts.push(compileTopLevel(name, operand, context));
    else parts.push(compileField(name, operand, context));
  }
  if (parts.length === 0) return () => true;
  if (parts.length === 1) return parts[0] as Matches;
  return (doc) => {
    for (const matches of parts) if (!matches(doc)) return false;
    return true;
  };
};

/** The query of a command: absent means everything. */
export const queryOf = (value: Value, field: string): Doc => {
  if (value === undefined || value === null) return {};
  if (!isDoc(value) || value instanceof BSONRegExp)
    throw new MongoError('TypeMismatch', `Expected field ${field} to be of type object, but found type ${typeName(value)}`);
  return value;
};
