import { type Doc, field, hasOwn, isDoc, isNumeric, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import type { SortSpec } from '../indexes/planner.js';
import { isIndex } from '../matcher/path.js';
import { compareUtf8, compareValues, type StringCompare } from '../order/compare.js';
import { documentReader, parseFieldPath } from './expressions/field-path.js';
import { asInt32 } from './values/numbers.js';

/** A sort pattern {path: 1 | -1, …}, checked. */
export const parseSortPattern = (value: Value, name = '$sort'): SortSpec => {
  if (!isDoc(value)) throw new MongoError(15973, `the ${name} key specification must be an object`);
  const paths = Object.keys(value);
  if (paths.length === 0) throw new MongoError(15976, `${name} stage must have at least one sort key`);
  if (paths.length > 32) throw new MongoError(13103, 'too many compound keys');
  return paths.map((path) => {
    parseFieldPath(path);
    const given = value[path];
    if (isDoc(given)) {
      if (given.$meta !== undefined) throw new MongoError('CommandNotSupported', '$meta is not supported by this server');
      throw new MongoError(17312, `$meta is the only expression supported by ${name} right now`);
    }
    if (!isNumeric(given)) throw new MongoError(15974, `Illegal key in ${name} specification: ${show({ [path]: given })}`);
    const direction = asInt32(given);
    if (direction !== 1 && direction !== -1)
      throw new MongoError(15975, `${name} key ordering must be 1 (for ascending) or -1 (for descending)`);
    return { name: path, descending: direction === -1 };
  });
};

/** An array sorts by its lowest element upwards and by its highest one downwards; an empty array comes even before null. */
const EMPTY: Value[] = [];

const compareKeys = (a: Value, b: Value, strings: StringCompare): number => {
  if (typeof a === 'number' && typeof b === 'number') {
    if (a < b) return -1;
    if (a > b) return 1;
    if (a === b) return 0;
  }
  if (typeof a === 'string' && typeof b === 'string') return strings(a, b);
  if (a === EMPTY || b === EMPTY)
    return a === b ? 0 : a === EMPTY ? (compareValues(b, null) < 0 ? 1 : -1) : compareValues(a, null) < 0 ? -1 : 1;
  return compareValues(a, b, strings);
};

/** All values at a path that a document could sort by; a way that ends early counts as null. */
const collect = (value: Value, parts: readonly string[], at: number, found: Value[]): void => {
  if (at === parts.length) {
    if (!Array.isArray(value)) found.push(value ?? null);
    else if (value.length === 0) found.push(EMPTY);
    else for (const element of value) found.push(element ?? null);
    return;
  }
  const part = parts[at] as string;
  if (isDoc(value)) collect(field(value, part), parts, at + 1, found);
  else if (!Array.isArray(value) || value.length === 0) found.push(null);
  else if (isIndex(part) && !value.some((element) => isDoc(element) && hasOwn(element, part)))
    collect(value[Number(part)], parts, at + 1, found);
  else for (const element of value) collect(isDoc(element) ? element : undefined, parts, at, found);
};

/** Gives the value that a document sorts by on one path: of several the lowest, or descending the highest. */
const keyReader = (path: string, descending: boolean, strings: StringCompare): ((doc: Doc) => Value) => {
  const parts = parseFieldPath(path);
  const read = documentReader(parts);
  const mayIndex = parts.some(isIndex);
  return (doc) => {
    const value = read(doc);
    // Only where no array is met on the way is the plain value the key.
    if (!Array.isArray(value) && !(mayIndex && value === undefined)) return value ?? null;
    const found: Value[] = [];
    collect(doc, parts, 0, found);
    const sign = descending ? -1 : 1;
    return found.reduce((best, next) => (sign * compareKeys(next, best, strings) < 0 ? next : best));
  };
};

export interface SortOrder {
  /** What a document sorts by: one value per path. */
  readonly keysOf: (doc: Doc) => Value[];
  readonly compareKeys: (a: readonly Value[], b: readonly Value[]) => number;
  readonly comparator: (a: Doc, b: Doc) => number;
}

/** The order of documents under a sort pattern. */
export const sortComparator = (pattern: SortSpec, strings: StringCompare = compareUtf8): SortOrder => {
  const readers = pattern.map(({ name, descending }) => keyReader(name, descending, strings));
  const keysOf = (doc: Doc): Value[] => readers.map((read) => read(doc));
  const compare = (a: readonly Value[], b: readonly Value[]): number => {
    for (let i = 0; i < pattern.length; i++) {
      const order = compareKeys(a[i], b[i], strings);
      if (order !== 0) return pattern[i]?.descending ? -order : order;
    }
    return 0;
  };
  return { keysOf, compareKeys: compare, comparator: (a, b) => compare(keysOf(a), keysOf(b)) };
};
