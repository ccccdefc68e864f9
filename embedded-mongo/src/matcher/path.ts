import { type Doc, hasOwn, isDoc, type Value } from '../bson/values.js';

/** A dotted path, split once. */
export type Path = readonly string[];

export const splitPath = (path: string): Path => path.split('.');

export const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/** Tests one value that a path leads to; `undefined` where the path leads nowhere. */
export type ValueTest = (value: Value) => boolean;

/** How an array at the end of a path is seen: by its elements and as a whole, or only as a whole. */
export type LeafArrays = 'elements' | 'whole';

/**
 * True when a value that the path leads to passes the test. Arrays on the way are traversed: every element that is a document
 * is followed, and a number in the path also picks an element. An array in which nothing can be followed yields no value at all.
 */
export const anyAtPath = (value: Value, path: Path, at: number, leaf: LeafArrays, test: ValueTest): boolean => {
  let current = value;
  let position = at;
  while (isDoc(current)) {
    if (position === path.length) return test(current);
    const part = path[position] as string;
    if (!hasOwn(current, part)) return test(undefined);
    current = current[part];
    position++;
  }
  if (!Array.isArray(current)) return test(position === path.length ? current : undefined);
  if (position === path.length) {
    if (leaf === 'elements') for (const element of current) if (test(element)) return true;
    return test(current);
  }
  const part = path[position] as string;
  for (const element of current) if (isDoc(element) && anyAtPath(element, path, position, leaf, test)) return true;
  if (!isIndex(part)) return false;
  const picked = current[Number(part)];
  if (picked === undefined) return false;
  if (position + 1 === path.length) return test(picked);
  return (isDoc(picked) || Array.isArray(picked)) && anyAtPath(picked, path, position + 1, leaf, test);
};

/** The value at a path through documents only; arrays end the way. */
export const plainGet = (doc: Doc, path: Path): Value => {
  let current: Value = doc;
  for (const part of path) {
    if (!isDoc(current) || !hasOwn(current, part)) return undefined;
    current = current[part];
  }
  return current;
};

/** All values at a path, through arrays, with a leaf array's elements in place of the array: what `distinct` and sorting see. */
export const valuesAt = (value: Value, path: Path, at = 0): Value[] => {
  const found: Value[] = [];
  const walk = (current: Value, position: number): void => {
    if (position === path.length) {
      if (Array.isArray(current)) found.push(...current);
      else found.push(current);
      return;
    }
    const part = path[position] as string;
    if (isDoc(current)) {
      if (hasOwn(current, part)) walk(current[part], position + 1);
    } else if (Array.isArray(current)) {
      for (const element of current) if (isDoc(element)) walk(element, position);
      if (isIndex(part) && current[Number(part)] !== undefined) walk(current[Number(part)], position + 1);
    }
  };
  walk(value, at);
  return found;
};
