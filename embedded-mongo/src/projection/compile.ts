import { BSONRegExp, type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import { elementTest } from '../matcher/compile.js';
import type { MatchContext } from '../matcher/context.js';
import { splitPath } from '../matcher/path.js';
import { matchedPosition } from '../update/positions.js';
import { sliceOf } from './slice.js';
import { compute, exclude, include, newNode, nodeAt, type ProjectionNode } from './tree.js';

export type Project = (doc: Doc) => Doc;

/** Changes one array at a path of an already projected document. */
type ArrayChange = (projected: Doc, original: Doc) => void;

interface Parts {
  kept: ProjectionNode;
  dropped: ProjectionNode;
  computed: ProjectionNode;
  arrays: ArrayChange[];
  mode: 'include' | 'exclude' | undefined;
  dialect: 'find' | 'aggregation';
  id: boolean | undefined;
}

const truthy = (value: Value): boolean => !(value === false || (isNumeric(value) && toNumber(value) === 0));

const setMode = (parts: Parts, mode: 'include' | 'exclude', path: string): void => {
  if (parts.mode !== undefined && parts.mode !== mode) {
    throw mode === 'include'
      ? new MongoError(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
      : new MongoError(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
  }
  parts.mode = mode;
};

const checkPath = (path: string, parts: readonly string[]): void => {
  if (path === '') throw new MongoError(40352, 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw new MongoError(40353, "FieldPath must not end with a '.'.");
  if (parts.includes('')) throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
  if (parts.some((part, i) => part.startsWith('$') && !(i > 0 && ['$id', '$ref', '$db'].includes(part)))) {
    throw new MongoError(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  }
};

const checkCollision = (node: ProjectionNode, path: string): void => {
  if (node.leaf || node.compute) throw new MongoError(31249, `Path collision at ${path}`);
  if (node.children.size > 0) throw new MongoError(31250, `Path collision at ${path} remaining portion ${[...node.children.keys()][0]}`);
};

const leafAt = (root: ProjectionNode, path: string): ProjectionNode => {
  const parts = splitPath(path);
  let node = root;
  for (let i = 0; i < parts.length - 1; i++) {
    node = nodeAt(node, [parts[i] as string]);
    if (node.leaf || node.compute)
      throw new MongoError(31249, `Path collision at ${path} remaining portion ${parts.slice(i + 1).join('.')}`);
  }
  const leaf = nodeAt(node, [parts.at(-1) as string]);
  checkCollision(leaf, path);
  return leaf;
};

const changeArray =
  (path: readonly string[], change: (array: Value[], original: Doc) => Value | undefined): ArrayChange =>
  (projected, original) => {
    let holder: Doc = projected;
    for (const part of path.slice(0, -1)) {
      const next: Value = Object.hasOwn(holder, part) ? holder[part] : undefined;
      if (!isDoc(next)) return;
      holder[part] = { ...next };
      holder = holder[part] as Doc;
    }
    const name = path.at(-1) as string;
    const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
    if (!Array.isArray(value)) return;
    const changed = change(value, original);
    if (changed === undefined) delete holder[name];
    else holder[name] = changed;
  };

const addOperator = (parts: Parts, path: string, operand: Doc, context: MatchContext): boolean => {
  if (parts.dialect === 'aggregation') return false;
  const operator = Object.keys(operand)[0];
  if (operator === '$slice' && sliceOf(operand.$slice) !== undefined) {
    const slice = sliceOf(operand.$slice) as (array: Value[]) => Value[];
    const leaf = leafAt(parts.kept, path);
    leaf.leaf = true;
    parts.arrays.push(changeArray(splitPath(path), slice));
    return true;
  }
  if (operator === '$elemMatch') {
    if (path.includes('.')) throw new MongoError(31275, 'Cannot use $elemMatch projection on a nested field.');
    const test = elementTest(operand.$elemMatch, context);
    setMode(parts, 'include', path);
    leafAt(parts.kept, path).leaf = true;
    parts.arrays.push((projected) => {
      const value = Object.hasOwn(projected, path) ? projected[path] : undefined;
      const found = Array.isArray(value) ? value.find(test) : undefined;
      delete projected[path];
      if (found !== undefined) projected[path] = [found];
    });
    return true;
  }
  if (operator === '$meta') throw new MongoError('CommandNotSupported', `$meta '${show(operand.$meta)}' is not supported by this server`);
  return false;
};

const addField = (parts: Parts, path: string, value: Value, query: Doc, context: MatchContext): void => {
  const names = splitPath(path);
  if (names.at(-1) === '$' && parts.dialect === 'find') {
    const array = names.slice(0, -1);
    checkPath(array.join('.'), array);
    setMode(parts, 'include', path);
    leafAt(parts.kept, array.join('.')).leaf = true;
    parts.arrays.push(
      changeArray(array, (elements, original) => {
        const at = matchedPosition(original, query, context, array.join('.'));
        if (at === undefined)
          throw new MongoError(
            51246,
            "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
          );
        return at < elements.length ? [elements[at]] : [];
      }),
    );
    return;
  }
  checkPath(path, names);
  if (isNumeric(value) || typeof value === 'boolean') {
    const wanted = truthy(value);
    if (path === '_id') {
      parts.id = wanted;
      return;
    }
    setMode(parts, wanted ? 'include' : 'exclude', path);
    leafAt(wanted ? parts.kept : parts.dropped, path).leaf = true;
    return;
  }
  if (isDoc(value) && Object.keys(value).length > 0) {
    if (addOperator(parts, path, value, context)) return;
    if (!Object.keys(value)[0]?.startsWith('$')) {
      for (const name of Object.keys(value)) addField(parts, `${path}.${name}`, value[name], query, context);
      return;
    }
  }
  if (isDoc(value) && Object.keys(value).length === 0)
    throw new MongoError(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
  if (value instanceof BSONRegExp || value === undefined) throw new MongoError('BadValue', `unsupported projection of ${path}`);
  if (!context.compileExpression) throw new MongoError('BadValue', `unsupported projection option: ${path}`);
  setMode(parts, 'include', path);
  leafAt(parts.computed, path).compute = context.compileExpression(value, context);
  leafAt(parts.kept, path).compute = () => undefined;
};

/** Compiles a projection: fields to keep, or to drop, or to compute; arrays cut by $slice, $elemMatch and `$`. */
export const compileProjection = (
  projection: Doc,
  query: Doc,
  context: MatchContext,
  dialect: 'find' | 'aggregation' = 'find',
): Project => {
  const parts: Parts = { kept: newNode(), dropped: newNode(), computed: newNode(), arrays: [], mode: undefined, dialect, id: undefined };
  for (const path of Object.keys(projection)) addField(parts, path, projection[path], query, context);
  const onlyArrays = parts.mode === undefined && parts.arrays.length > 0;
  const including = parts.mode === 'include' || (parts.mode === undefined && parts.id === true && !onlyArrays);
  if (including && parts.id !== false && !parts.computed.children.has('_id')) nodeAt(parts.kept, ['_id']).leaf = true;
  if (!including && parts.id === false) nodeAt(parts.dropped, ['_id']).leaf = true;
  const computes = parts.computed.children.size > 0;
  return (doc) => {
    let projected = including ? include(doc, parts.kept) : exclude(doc, parts.dropped);
    if (computes) projected = compute(projected, parts.computed, doc);
    for (const change of parts.arrays) change(projected, doc);
    return projected;
  };
};
