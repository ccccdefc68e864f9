import { compileExpression } from '../aggregation/expressions/compile.js';
import type { Doc, Value } from '../bson/values.js';
import type { MatchContext } from '../matcher/context.js';
import { collate, parseCollation } from '../order/collation.js';

/** What a query compiles under: the collation and the variables of its command or statement. */
export const matchContext = (collation: Doc | undefined, variables: Value): MatchContext => {
  const context: MatchContext = { compileExpression };
  const strings = collate(collation);
  if (strings) context.strings = strings;
  if (variables !== undefined) context.variables = variables as Doc;
  return context;
};

/** Collation and context of one statement, which may differ from its command's. */
export const statementContext = (statement: Doc, constants?: Value): { collation: Doc | undefined; match: MatchContext } => {
  const collation = parseCollation(statement.collation);
  return { collation, match: matchContext(collation, constants) };
};
