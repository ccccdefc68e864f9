import { type Doc, isDoc, type Value } from '../bson/values.js';
import type { Reads } from './expressions/scope.js';

/** Notes the paths that a query reads; those of its $expr are noted when it is compiled. */
export const noteQueryPaths = (query: Doc, reads: Reads): void => {
  for (const name of Object.keys(query)) {
    if (!name.startsWith('$')) reads.path(name);
    else if (name === '$and' || name === '$or' || name === '$nor') for (const clause of query[name] as Doc[]) noteQueryPaths(clause, reads);
  }
};

const usesExpressions = (value: Value): boolean =>
  Array.isArray(value)
    ? value.some(usesExpressions)
    : isDoc(value) && Object.keys(value).some((name) => name === '$expr' || usesExpressions(value[name]));

/** A query as clauses that must all hold. */
const clauses = (query: Doc): Doc[] =>
  Object.keys(query).flatMap((name) => (name === '$and' ? (query[name] as Doc[]).flatMap(clauses) : [{ [name]: query[name] }]));

export const allOf = (parts: readonly Doc[]): Doc => {
  const given = parts.filter((part) => Object.keys(part).length > 0);
  const names = given.flatMap((part) => Object.keys(part));
  if (new Set(names).size === names.length) return Object.assign({}, ...given);
  return { $and: given };
};

/** Parts a checked query into what a source can apply and what needs expressions. */
export const splitQuery = (query: Doc): { plain: Doc; expressions: Doc } => {
  if (!usesExpressions(query)) return { plain: query, expressions: {} };
  const all = clauses(query);
  return { plain: allOf(all.filter((clause) => !usesExpressions(clause))), expressions: allOf(all.filter(usesExpressions)) };
};
