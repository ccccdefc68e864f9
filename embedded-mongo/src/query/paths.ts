import { type PathTree, pathTree } from '../bson/decode-paths.js';
import type { Doc } from '../bson/values.js';

/** The paths that a query without $expr reads. */
export const queryPaths = (query: Doc): string[] =>
  Object.keys(query).flatMap((name) => {
    if (!name.startsWith('$')) return [name];
    const operand = query[name];
    return Array.isArray(operand) ? (operand as Doc[]).flatMap(queryPaths) : [];
  });

/** What to decode of a document to match it and to give the wanted paths; undefined for all of it. */
export const treeFor = (query: Doc, paths: ReadonlySet<string> | 'all'): Map<string, PathTree> | undefined => {
  if (paths === 'all') return undefined;
  const tree = pathTree([...paths, ...queryPaths(query)]);
  return tree === 'all' ? undefined : tree;
};
