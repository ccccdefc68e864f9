import { compileExpression } from '../aggregation/expressions/compile.js';
import { typeName } from '../bson/types.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { MatchContext } from '../matcher/context.js';
import { collate, parseCollation } from '../order/collation.js';

/** The variables of `let`: constant expressions, evaluated once. */
const constantsOf = (variables: Value): Doc => {
  if (!isDoc(variables))
    throw new MongoError('TypeMismatch', `BSON field 'let' is the wrong type '${typeName(variables)}', expected type 'object'`);
  return Object.fromEntries(Object.keys(variables).map((name) => [name, compileExpression(variables[name], {})({})]));
};

/** What a query compiles under: the collation and the variables of its command or statement. */
export const matchContext = (collation: Doc | undefined, variables: Value): MatchContext => {
  const context: MatchContext = { compileExpression };
  const strings = collate(collation);
  if (strings) context.strings = strings;
  if (variables !== undefined) context.variables = constantsOf(variables);
  return context;
};

/** Collation and context of one statement, which may differ from its command's. */
export const statementContext = (statement: Doc, constants?: Value): { collation: Doc | undefined; match: MatchContext } => {
  const collation = parseCollation(statement.collation);
  return { collation, match: matchContext(collation, constants) };
};
