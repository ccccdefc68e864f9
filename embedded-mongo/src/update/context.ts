import type { Doc, Value } from '../bson/values.js';
import type { MatchContext, Matches } from '../matcher/context.js';
import type { Slot } from './slot.js';

/** What an update runs under besides the document. */
export interface UpdateContext {
  match: MatchContext;
  /** The query, from which `$` takes the position of the matched element. */
  query: Doc;
  /** Filters of `$[id]`, by identifier, on a document { id: element }. */
  arrayFilters: Map<string, Matches>;
  /** The document is being inserted by an upsert. */
  inserting: boolean;
  now: Date;
}

/** One change at one place. */
export type Change = (slot: Slot, context: UpdateContext, original: Doc) => void;

/** Makes the change of an operator from its operand; refuses a wrong operand at once. */
export type UpdateOperator = (operand: Value, path: string, match: MatchContext) => Change;
