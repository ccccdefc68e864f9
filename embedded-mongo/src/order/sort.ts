import { type Doc, hasOwn, isDoc, isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { isIndex, type Path, splitPath } from '../matcher/path.js';
import { compareValues, rank, type StringCompare, typeRank } from './compare.js';

export interface SortField {
  name: string;
  path: Path;
  descending: boolean;
}

/** Checks a sort document: directions are 1 or -1. */
export const parseSort = (sort: Doc): SortField[] =>
  Object.keys(sort).map((name) => {
    const direction = sort[name];
    if (!isNumeric(direction))
      throw new MongoError('BadValue', `Illegal key in $sort specification: ${name}: ${JSON.stringify(direction)}`);
    if (Math.abs(toNumber(direction)) !== 1)
      throw new MongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    if (name === '') throw new MongoError(40352, 'FieldPath cannot be constructed with empty string');
    if (name.split('.').includes('')) throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
    return { name, path: splitPath(name), descending: toNumber(direction) < 0 };
  });

/** Stands for an empty array, which sorts below null. */
const EMPTY: Value = Object.freeze([]) as unknown as Value;

/** The keys a document has at a path, as an index would hold them: null where the path leads nowhere. */
const keysAt = (value: Value, path: Path, at: number, found: Value[]): void => {
  if (at === path.length) {
    if (!Array.isArray(value)) found.push(value ?? null);
    else if (value.length === 0) found.push(EMPTY);
    else found.push(...value);
    return;
  }
  const part = path[at] as string;
  if (isDoc(value)) keysAt(hasOwn(value, part) ? value[part] : null, path, hasOwn(value, part) ? at + 1 : path.length, found);
  else if (!Array.isArray(value) || value.length === 0) found.push(null);
  else if (isIndex(part) && !value.some((element) => isDoc(element) && hasOwn(element, part)))
    keysAt(value[Number(part)], path, at + 1, found);
  else for (const element of value) keysAt(isDoc(element) ? element : null, path, isDoc(element) ? at : path.length, found);
};

const keyOf = (doc: Doc, { path, descending }: SortField, strings: StringCompare | undefined): Value => {
  const values: Value[] = [];
  keysAt(doc, path, 0, values);
  let best = values[0];
  for (const value of values) {
    const order = compareKeys(value, best, strings);
    if (descending ? order > 0 : order < 0) best = value;
  }
  return best;
};

const rankOf = (value: Value): number => (value === EMPTY ? rank.emptyArray : typeRank(value));

const compareKeys = (a: Value, b: Value, strings: StringCompare | undefined): number => {
  if (a === EMPTY || b === EMPTY) return rankOf(a) - rankOf(b);
  return compareValues(a, b, strings);
};

/** The values that decide where a document sorts: of an array the smallest, or descending the largest. */
export const sortKey = (doc: Doc, fields: SortField[], strings?: StringCompare): Value[] =>
  fields.map((field) => keyOf(doc, field, strings));

export const compareSortKeys = (a: Value[], b: Value[], fields: SortField[], strings?: StringCompare): number => {
  for (let i = 0; i < fields.length; i++) {
    const order = compareKeys(a[i], b[i], strings);
    if (order !== 0) return (fields[i] as SortField).descending ? -order : order;
  }
  return 0;
};

/** Compares documents by a sort document. */
export const sortComparator = (sort: Doc, strings?: StringCompare): ((a: Doc, b: Doc) => number) => {
  const fields = parseSort(sort);
  return (a, b) => compareSortKeys(sortKey(a, fields, strings), sortKey(b, fields, strings), fields, strings);
};
