import { type Doc, isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { type Path, splitPath, valuesAt } from '../matcher/path.js';
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

/** An empty array sorts below null: it stands for itself here. */
const keyOf = (doc: Doc, { path, descending }: SortField, strings: StringCompare | undefined): Value => {
  const values = valuesAt(doc, path);
  if (values.length === 1) return values[0];
  if (values.length === 0) return EMPTY;
  let best = values[0];
  for (const value of values) {
    const order = compareValues(value, best, strings);
    if (descending ? order > 0 : order < 0) best = value;
  }
  return best;
};

const EMPTY: Value = Object.freeze([]) as unknown as Value;

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
