import { type Doc, hasOwn, isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { isIndex, type Path } from '../matcher/path.js';
import { rank } from '../order/compare.js';
import { KeyWriter } from '../order/key-encoding.js';
import type { CompiledIndex } from './spec.js';

/** Stands for an empty array, which sorts below null. */
const EMPTY_ARRAY = Symbol('empty array');
type KeyPart = Value | typeof EMPTY_ARRAY;

/** How far one field of an index has been followed into a document. */
interface Cursor {
  value: Value;
  rest: Path;
  done: boolean;
}

/** Follows a field through documents until it ends or meets an array. */
const follow = (value: Value, rest: Path): Cursor => {
  let current = value;
  let i = 0;
  for (; i < rest.length; i++) {
    const part = rest[i] as string;
    if (isDoc(current)) current = hasOwn(current, part) ? current[part] : undefined;
    else if (Array.isArray(current) && isIndex(part) && !current.some((element) => isDoc(element) && hasOwn(element, part)))
      current = current[Number(part)];
    else if (Array.isArray(current)) break;
    else return { value: undefined, rest: [], done: true };
    if (current === undefined) return { value: undefined, rest: [], done: true };
  }
  return { value: current, rest: rest.slice(i), done: !Array.isArray(current) };
};

const partsOf = (cursors: Cursor[], index: CompiledIndex, emit: (parts: KeyPart[]) => void): boolean => {
  const open = cursors.filter((cursor) => !cursor.done);
  if (open.length === 0) {
    emit(cursors.map((cursor) => cursor.value));
    return false;
  }
  const array = (open[0] as Cursor).value as Value[];
  if (open.some((cursor) => cursor.value !== array)) {
    const names = index.fields.filter((_, i) => !(cursors[i] as Cursor).done).map((f) => f.name);
    throw new MongoError('CannotIndexParallelArrays', `cannot index parallel arrays [${names[1]}] [${names[0]}]`);
  }
  if (array.length === 0) {
    emit(cursors.map((cursor) => (cursor.done ? cursor.value : cursor.rest.length === 0 ? EMPTY_ARRAY : undefined)));
    return true;
  }
  for (const element of array) {
    const next = cursors.map((cursor): Cursor => {
      if (cursor.done) return cursor;
      if (cursor.rest.length === 0) return { value: element, rest: [], done: true };
      return isDoc(element) ? follow(element, cursor.rest) : { value: undefined, rest: [], done: true };
    });
    partsOf(next, index, emit);
  }
  return true;
};

const encodeParts = (index: CompiledIndex, parts: KeyPart[]): Buffer => {
  const writer = new KeyWriter(index.fold);
  parts.forEach((part, i) => {
    const descending = (index.fields[i] as { descending: boolean }).descending;
    if (part === EMPTY_ARRAY) {
      const start = writer.size;
      writer.mark(rank.emptyArray);
      if (descending) writer.invertFrom(start);
    } else writer.field(part, descending);
  });
  return writer.finish();
};

const openFields = (index: CompiledIndex, doc: Doc): Cursor[] => index.fields.map((f) => follow(doc, f.path));

/** The values that a document has under one of its keys: of an array, the element that made the key. */
export const valuesUnder = (index: CompiledIndex, doc: Doc, key: Buffer): Doc => {
  const found: Doc = {};
  partsOf(openFields(index, doc), index, (parts) => {
    if (!encodeParts(index, parts).equals(key)) return;
    index.fields.forEach(({ name }, i) => {
      const part = parts[i];
      found[name] = part === EMPTY_ARRAY || part === undefined ? null : part;
    });
  });
  return found;
};

/** The encoded keys under which an index holds a document, without repetition, and whether an array was met. */
export const keysOf = (index: CompiledIndex, doc: Doc): { keys: Buffer[]; multikey: boolean } => {
  if (index.partial && !index.partial(doc)) return { keys: [], multikey: false };
  const keys = new Map<string, Buffer>();
  let allMissing = true;
  const multikey = partsOf(openFields(index, doc), index, (parts) => {
    if (parts.some((part) => part !== undefined)) allMissing = false;
    const key = encodeParts(index, parts);
    keys.set(key.toString('latin1'), key);
  });
  if (index.sparse && allMissing) return { keys: [], multikey: false };
  return { keys: [...keys.values()], multikey };
};
