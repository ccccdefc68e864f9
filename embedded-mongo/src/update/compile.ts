import { typeName } from '../bson/types.js';
import { cloneDoc, type Doc, isDoc, ObjectId, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import type { MatchContext } from '../matcher/context.js';
import { compareValues } from '../order/compare.js';
import { compileArrayFilters } from './array-filters.js';
import type { UpdateContext } from './context.js';
import { compileModifiers } from './modifiers.js';
import { fieldsFixedBy } from './upsert.js';

/** Compiles a pipeline that updates a document; handed in, so that updates do not depend on the aggregation. */
export type CompileUpdatePipeline = (stages: Value[], constants: Doc, match: MatchContext) => (doc: Doc) => Doc;

export interface UpdateRequest {
  query: Doc;
  update: Value;
  arrayFilters?: Value;
  /** Constants ($$name) for an update by pipeline. */
  constants?: Value;
  multi: boolean;
}

export interface Update {
  /** The next version of a stored document. */
  apply: (doc: Doc) => Doc;
  /** The document that an upsert inserts. */
  insert: () => Doc;
}

export const isReplacement = (update: Value): update is Doc => isDoc(update) && !Object.keys(update)[0]?.startsWith('$');

const checkId = (before: Value, now: Value, replacement: boolean): void => {
  if (before === undefined || (now !== undefined && compareValues(before, now) === 0)) return;
  throw replacement
    ? new MongoError(
        'ImmutableField',
        `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${show(now)}`,
      )
    : new MongoError('ImmutableField', `Performing an update on the path '_id' would modify the immutable field '_id'`);
};

/** An _id cannot be an array, a pattern or undefined. */
export const checkIdType = (id: Value): void => {
  const type = typeName(id);
  if (['array', 'regex', 'undefined'].includes(type)) throw new MongoError('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  if (isDoc(id)) {
    const bad = Object.keys(id).find((name) => name.startsWith('$'));
    if (bad !== undefined)
      throw new MongoError('DollarPrefixedFieldName', `_id fields may not contain '$'-prefixed fields: ${bad} is not valid for storage.`);
  }
};

/** The document with its _id first. */
export const withIdFirst = (doc: Doc, id: Value): Doc => {
  if (Object.keys(doc)[0] === '_id' && Object.is(doc._id, id)) return doc;
  const { _id, ...rest } = doc;
  return Object.assign({ _id: id } as Doc, rest);
};

const replace = (update: Doc): ((doc: Doc) => Doc) => {
  for (const name of Object.keys(update)) {
    if (name.startsWith('$'))
      throw new MongoError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
  }
  return (doc) => {
    const id = Object.hasOwn(update, '_id') ? update._id : doc._id;
    return id === undefined ? cloneDoc(update) : withIdFirst(cloneDoc(update), id);
  };
};

/** Compiles an update statement: operators, a replacement or a pipeline. */
export const compileUpdate = (request: UpdateRequest, match: MatchContext, compilePipeline: CompileUpdatePipeline): Update => {
  const { query, update, arrayFilters, constants, multi } = request;
  const context: UpdateContext = { match, query, arrayFilters: new Map(), inserting: false, now: new Date() };
  const replacement = isReplacement(update);
  let change: (doc: Doc, context: UpdateContext) => Doc;
  if (Array.isArray(update)) {
    compileArrayFilters(arrayFilters, update, match);
    change = compilePipeline(update, (constants ?? {}) as Doc, match);
  } else if (replacement) {
    if (multi) throw new MongoError('FailedToParse', 'multi update is not supported for replacement-style update');
    if (constants !== undefined) throw new MongoError(51198, 'Constant values may only be specified for pipeline updates');
    change = replace(update);
  } else if (isDoc(update)) {
    if (constants !== undefined) throw new MongoError(51198, 'Constant values may only be specified for pipeline updates');
    context.arrayFilters = compileArrayFilters(arrayFilters, update, match);
    change = compileModifiers(update, match);
  } else throw new MongoError('FailedToParse', 'Update argument must be either an object or an array');
  return {
    apply: (doc) => {
      const now = change(doc, context);
      checkId(doc._id, now._id, replacement);
      return now;
    },
    insert: () => {
      const start = replacement
        ? Object.hasOwn(fieldsFixedBy(query), '_id')
          ? { _id: fieldsFixedBy(query)._id }
          : {}
        : fieldsFixedBy(query);
      const made = change(start, { ...context, inserting: true });
      checkId(start._id, made._id, replacement);
      const id = Object.hasOwn(made, '_id') ? made._id : new ObjectId();
      checkIdType(id);
      return withIdFirst(made, id);
    },
  };
};
