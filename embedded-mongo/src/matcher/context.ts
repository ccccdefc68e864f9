import type { Doc, Value } from '../bson/values.js';
import type { StringCompare } from '../order/compare.js';

/** Evaluates an aggregation expression; handed in, so that the matcher does not depend on the aggregation. */
export type CompileExpression = (expression: Value, context: MatchContext) => (doc: Doc) => Value;

/** What a query is compiled under. */
export interface MatchContext {
  /** Comparison of strings under the command's collation; absent for byte order. */
  strings?: StringCompare | undefined;
  /** Variables of $let in the command. */
  variables?: Doc | undefined;
  compileExpression?: CompileExpression | undefined;
}

/** What the condition on one field is compiled under: $elemMatch holds a whole query again, which is handed in. */
export interface QueryContext extends MatchContext {
  readonly compileQuery: (query: Doc) => Matches;
}

/** True when the document is selected. */
export type Matches = (doc: Doc) => boolean;
