import { type Doc, isDoc, setField, type Value } from '../bson/values.js';

/** Fields to keep or drop, or to compute, as a tree of names. */
export interface ProjectionNode {
  children: Map<string, ProjectionNode>;
  /** At a leaf of an inclusion or an exclusion. */
  leaf: boolean;
  /** Computes the field instead of copying it. */
  compute?: (root: Doc) => Value;
}

export const newNode = (): ProjectionNode => ({ children: new Map(), leaf: false });

/** The node at a path, made with its parents. */
export const nodeAt = (root: ProjectionNode, path: readonly string[]): ProjectionNode => {
  let node = root;
  for (const part of path) {
    let child = node.children.get(part);
    if (!child) {
      child = newNode();
      node.children.set(part, child);
    }
    node = child;
  }
  return node;
};

/** Keeps the fields of the tree, in the order of the document; of arrays, the documents in them. */
export const include = (doc: Doc, node: ProjectionNode): Doc => {
  const kept: Doc = {};
  for (const name of Object.keys(doc)) {
    const child = node.children.get(name);
    if (!child || child.compute) continue;
    if (child.leaf) setField(kept, name, doc[name]);
    else {
      const value = includeValue(doc[name], child);
      if (value !== undefined) setField(kept, name, value);
    }
  }
  return kept;
};

const includeValue = (value: Value, node: ProjectionNode): Value => {
  if (Array.isArray(value)) return value.map((element) => includeValue(element, node)).filter((element) => element !== undefined);
  return isDoc(value) ? include(value, node) : undefined;
};

/** Drops the fields of the tree. */
export const exclude = (doc: Doc, node: ProjectionNode): Doc => {
  const kept: Doc = {};
  for (const name of Object.keys(doc)) {
    const child = node.children.get(name);
    if (!child) setField(kept, name, doc[name]);
    else if (!child.leaf) setField(kept, name, excludeValue(doc[name], child));
  }
  return kept;
};

const excludeValue = (value: Value, node: ProjectionNode): Value => {
  if (Array.isArray(value)) return value.map((element) => excludeValue(element, node));
  return isDoc(value) ? exclude(value, node) : value;
};

/** Sets the computed fields of the tree in a copy: new ones at the end, in the order they were written. */
export const compute = (doc: Doc, node: ProjectionNode, root: Doc): Doc => {
  const result: Doc = { ...doc };
  for (const [name, child] of node.children) {
    const value = computeValue(Object.hasOwn(doc, name) ? doc[name] : undefined, child, root);
    if (value === undefined) delete result[name];
    else setField(result, name, value);
  }
  return result;
};

const holdsCompute = (node: ProjectionNode): boolean => node.compute !== undefined || [...node.children.values()].some(holdsCompute);

const computeValue = (value: Value, node: ProjectionNode, root: Doc): Value => {
  if (node.compute) return node.compute(root);
  if (!holdsCompute(node)) return value;
  if (Array.isArray(value)) return value.map((element) => computeValue(element, node, root));
  return compute(isDoc(value) ? value : {}, node, root);
};
