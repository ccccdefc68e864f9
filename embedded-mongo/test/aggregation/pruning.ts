import type { Paths } from '../../src/aggregation/pipeline.js';
import { type Doc, isDoc, type Value } from '../../src/bson/values.js';

interface Tree {
  readonly children: Map<string, Tree>;
  whole: boolean;
}

const treeOf = (paths: ReadonlySet<string>): Tree => {
  const root: Tree = { children: new Map(), whole: false };
  for (const path of paths) {
    let node = root;
    for (const part of path.split('.')) {
      const child = node.children.get(part) ?? { children: new Map(), whole: false };
      node.children.set(part, child);
      node = child;
    }
    node.whole = true;
  }
  return root;
};

const pruneValue = (value: Value, tree: Tree): Value => {
  if (tree.whole) return value;
  if (Array.isArray(value)) return value.map((element) => pruneValue(element, tree));
  return isDoc(value) ? pruneDoc(value, tree) : value;
};

const pruneDoc = (doc: Doc, tree: Tree): Doc => {
  const kept: Doc = {};
  for (const name of Object.keys(doc)) {
    const child = tree.children.get(name);
    if (child) kept[name] = pruneValue(doc[name], child);
  }
  return kept;
};

/** What a storage gives that decodes only the paths it is asked for. */
export const prune = (docs: readonly Doc[], paths: Paths): readonly Doc[] => {
  if (paths === 'all') return docs;
  const tree = treeOf(paths);
  return docs.map((doc) => pruneDoc(doc, tree));
};
