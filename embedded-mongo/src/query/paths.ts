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

/** The operators at the top of a query that read nothing but what stands under them; `$expr` may read anything. */
const joining = new Set(['$and', '$or', '$nor']);

const isPlain = (query: Doc): boolean =>
  Object.keys(query).every((name) => !name.startsWith('$') || (joining.has(name) && (query[name] as Doc[]).every(isPlain)));

/** What a checked query reads; undefined where that cannot be told. */
export const treeOf = (query: Doc): Map<string, PathTree> | undefined => (isPlain(query) ? treeFor(query, new Set()) : undefined);
