import { MAX_DEPTH, readName, readValue, valueEnd } from './decode.js';
import { type Doc, setField, type Value } from './values.js';

/** Which fields to decode: a nested tree of names, or everything below. */
export type PathTree = Map<string, PathTree> | 'all';

const isNumber = (part: string): boolean => /^\d+$/.test(part);

/** The tree of the given dotted paths. A number may pick an element of an array, so everything from there on is decoded. */
export const pathTree = (paths: Iterable<string>): PathTree => {
  const root: PathTree = new Map();
  for (const path of paths) {
    const parts = path.split('.');
    const numbered = parts.findIndex((part, i) => i > 0 && isNumber(part));
    const needed = numbered < 0 ? parts : parts.slice(0, numbered);
    let node: PathTree = root;
    for (let i = 0; i < needed.length && node !== 'all'; i++) {
      const part = needed[i] as string;
      if (i === needed.length - 1) node.set(part, 'all');
      else {
        const next: PathTree = node.get(part) ?? new Map();
        node.set(part, next);
        node = next;
      }
    }
  }
  return root;
};

const readArray = (bytes: Buffer, at: number, end: number, tree: Map<string, PathTree>, depth: number): Value[] => {
  const values: Value[] = [];
  const last = end - 1;
  let position = at + 4;
  while (position < last) {
    const type = bytes[position] as number;
    let start = position + 1;
    while (bytes[start] !== 0) start++;
    start++;
    const next = valueEnd(bytes, type, start, last);
    values.push(
      type === 0x03
        ? readFields(bytes, start, next, tree, depth + 1)
        : type === 0x04
          ? readArray(bytes, start, next, tree, depth + 1)
          : readValue(bytes, type, start, next, depth),
    );
    position = next;
  }
  return values;
};

const readFields = (bytes: Buffer, at: number, end: number, tree: Map<string, PathTree>, depth: number): Doc => {
  const doc: Doc = {};
  const last = end - 1;
  let position = at + 4;
  while (position < last) {
    const type = bytes[position] as number;
    let nameEnd = position + 1;
    while (bytes[nameEnd] !== 0) nameEnd++;
    const next = valueEnd(bytes, type, nameEnd + 1, last);
    const name = readName(bytes, position + 1, nameEnd);
    const wanted = tree.get(name);
    if (wanted !== undefined) {
      const start = nameEnd + 1;
      const whole = wanted === 'all' || depth >= MAX_DEPTH || (type !== 0x03 && type !== 0x04);
      const value = whole
        ? readValue(bytes, type, start, next, depth)
        : type === 0x03
          ? readFields(bytes, start, next, wanted, depth + 1)
          : readArray(bytes, start, next, wanted, depth + 1);
      setField(doc, name, value);
    }
    position = next;
  }
  return doc;
};

/** Decodes the wanted paths of a stored document, which was checked when it was stored. */
export const decodePaths = (bytes: Buffer, tree: Map<string, PathTree>): Doc => readFields(bytes, 0, bytes.length, tree, 1);
