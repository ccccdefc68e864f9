import { type Doc, hasOwn, isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';

/** A dotted path of an expression or a stage, checked. */
export const parseFieldPath = (path: string): string[] => {
  if (path === '') throw new MongoError(40352, 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw new MongoError(40353, "FieldPath must not end with a '.'.");
  const parts = path.split('.');
  for (const part of parts) {
    if (part === '') throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
    if (part.startsWith('$'))
      throw new MongoError(16410, "FieldPath field names may not start with '$'. Consider using $getField or $setField.");
    if (part.includes('\0')) throw new MongoError(16411, 'FieldPath field names may not contain null bytes.');
  }
  if (parts.length > 200) throw new MongoError('Overflow', 'FieldPath is too long');
  return parts;
};

/** Reads one field; names of Object.prototype's properties need a look at the document itself. */
const reader = (name: string): ((doc: Doc) => Value) =>
  name in Object.prototype ? (doc) => (hasOwn(doc, name) ? doc[name] : undefined) : (doc) => doc[name];

/**
 * The value at a path: an array on the way gives the array of what its documents have there. Elements that are no documents,
 * and documents without the field, are left out.
 */
export const pathReader = (parts: readonly string[]): ((value: Value) => Value) => {
  const [first = '', ...rest] = parts;
  const read = reader(first);
  if (rest.length === 0) return (value) => step(value, read);
  const next = pathReader(rest);
  return (value) => {
    if (Array.isArray(value)) return step(value, (doc) => next(read(doc)));
    return isDoc(value) ? next(read(value)) : undefined;
  };
};

const step = (value: Value, read: (doc: Doc) => Value): Value => {
  if (!Array.isArray(value)) return isDoc(value) ? read(value) : undefined;
  const found: Value[] = [];
  for (const element of value) {
    if (!isDoc(element)) continue;
    const part = read(element);
    if (part !== undefined) found.push(part);
  }
  return found;
};

/** The same for a whole document, which is never an array. */
export const documentReader = (parts: readonly string[]): ((doc: Doc) => Value) => {
  const [first = '', ...rest] = parts;
  const read = reader(first);
  if (rest.length === 0) return read;
  const next = pathReader(rest);
  return (doc) => next(read(doc));
};
