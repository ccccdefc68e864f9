import { MongoError } from '../errors/mongo-error.js';
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  type Doc,
  Double,
  isInt32,
  MaxKey,
  MinKey,
  ObjectId,
  setField,
  Timestamp,
  type Value,
} from './values.js';

/** MongoDB refuses documents nested deeper than this. */
export const MAX_DEPTH = 100;

const malformed = (what: string): never => {
  throw new MongoError('InvalidBSON', `malformed BSON: ${what}`);
};

/** Reads a C string (a field name or a regular expression's part) at `at`; `end` is where its 0 byte stands. */
const cStringEnd = (bytes: Buffer, at: number, limit: number): number => {
  // Names are short: a loop is several times faster than a call into the system's search.
  let end = at;
  while (end < limit && bytes[end] !== 0) end++;
  if (end >= limit) malformed('a field name does not end');
  return end;
};

/** Field names repeat from document to document: short ASCII names are kept by their bytes. */
const names = new Map<number, { bytes: Buffer; name: string }>();
const NAME_CACHE_LIMIT = 4096;

const standsAt = (known: Buffer, bytes: Buffer, start: number, length: number): boolean => {
  if (known.length !== length) return false;
  for (let i = 0; i < length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
};

export const readName = (bytes: Buffer, start: number, end: number): string => {
  const length = end - start;
  if (length === 0) return '';
  if (length > 32) return bytes.toString('utf8', start, end);
  let hash = length;
  for (let i = start; i < end; i++) hash = (hash * 31 + (bytes[i] as number)) | 0;
  const known = names.get(hash);
  if (known !== undefined && standsAt(known.bytes, bytes, start, length)) return known.name;
  const name = bytes.toString('utf8', start, end);
  if (known === undefined && names.size < NAME_CACHE_LIMIT) names.set(hash, { bytes: Buffer.from(bytes.subarray(start, end)), name });
  return name;
};

/** Checks length and final 0 of the document at `at`; returns where it ends. */
export const documentEnd = (bytes: Buffer, at: number, limit: number): number => {
  if (at + 5 > limit) malformed('a document is cut off');
  const end = at + bytes.readInt32LE(at);
  if (end < at + 5 || end > limit) malformed('a document has a wrong length');
  if (bytes[end - 1] !== 0) malformed('a document does not end in 0');
  return end;
};

const stringEnd = (bytes: Buffer, at: number, limit: number): number => {
  if (at + 5 > limit) malformed('a string is cut off');
  const length = bytes.readInt32LE(at);
  const end = at + 4 + length;
  if (length < 1 || end > limit || bytes[end - 1] !== 0) malformed('a string has a wrong length');
  return end;
};

/** By element type: how many bytes a value takes; -1 where it says so itself, or where there is no such type. */
const fixedSizes = new Int8Array(256).fill(-1);
for (const type of [0x06, 0x0a, 0xff, 0x7f]) fixedSizes[type] = 0;
for (const type of [0x01, 0x09, 0x11, 0x12]) fixedSizes[type] = 8;
fixedSizes[0x07] = 12;
fixedSizes[0x08] = 1;
fixedSizes[0x10] = 4;
fixedSizes[0x13] = 16;

/** Where the value of the given type that starts at `at` ends. */
export const valueEnd = (bytes: Buffer, type: number, at: number, limit: number): number => {
  const fixed = fixedSizes[type] as number;
  if (fixed >= 0) return at + fixed <= limit ? at + fixed : malformed('a value is cut off');
  switch (type) {
    case 0x02:
    case 0x0d:
    case 0x0e:
      return stringEnd(bytes, at, limit);
    case 0x03:
    case 0x04:
      return documentEnd(bytes, at, limit);
    case 0x05: {
      if (at + 5 > limit) malformed('binary data is cut off');
      const length = bytes.readInt32LE(at);
      if (length < 0 || at + 5 + length > limit) malformed('binary data has a wrong length');
      return at + 5 + length;
    }
    case 0x0b:
      return cStringEnd(bytes, cStringEnd(bytes, at, limit) + 1, limit) + 1;
    case 0x0f: {
      if (at + 4 > limit) malformed('code is cut off');
      const end = at + bytes.readInt32LE(at);
      if (end < at + 14 || end > limit) malformed('code has a wrong length');
      return end;
    }
  }
  return malformed(`unknown element type 0x${type.toString(16).padStart(2, '0')}`);
};

const readBinary = (bytes: Buffer, at: number, end: number): Binary => {
  const subtype = bytes[at + 4] as number;
  const start = subtype === Binary.SUBTYPE_BYTE_ARRAY && end - at >= 9 ? at + 9 : at + 5;
  return new Binary(Buffer.from(bytes.subarray(start, end)), subtype);
};

/** The value of the given type between `at` and `end`; lengths were checked by `valueEnd`. */
export const readValue = (bytes: Buffer, type: number, at: number, end: number, depth: number): Value => {
  switch (type) {
    case 0x01: {
      const value = bytes.readDoubleLE(at);
      return isInt32(value) ? new Double(value) : value;
    }
    case 0x02:
      return bytes.toString('utf8', at + 4, end - 1);
    case 0x03:
      return readDocument(bytes, at, end, depth + 1);
    case 0x04:
      return readArray(bytes, at, end, depth + 1);
    case 0x05:
      return readBinary(bytes, at, end);
    case 0x06:
    case 0x0a:
      return null;
    case 0x07:
      return new ObjectId(Buffer.from(bytes.subarray(at, end)));
    case 0x08:
      return bytes[at] !== 0;
    case 0x09:
      return new Date(Number(bytes.readBigInt64LE(at)));
    case 0x0b: {
      const middle = cStringEnd(bytes, at, end);
      return new BSONRegExp(bytes.toString('utf8', at, middle), bytes.toString('utf8', middle + 1, end - 1));
    }
    case 0x0d:
      return new Code(bytes.toString('utf8', at + 4, end - 1));
    case 0x0e:
      return new BSONSymbol(bytes.toString('utf8', at + 4, end - 1));
    case 0x0f: {
      const codeEnd = stringEnd(bytes, at + 4, end);
      return new Code(
        bytes.toString('utf8', at + 8, codeEnd - 1),
        readDocument(bytes, codeEnd, documentEnd(bytes, codeEnd, end), depth + 1),
      );
    }
    case 0x10:
      return bytes.readInt32LE(at);
    case 0x11:
      return new Timestamp(bytes.readBigUInt64LE(at));
    case 0x12:
      return bytes.readBigInt64LE(at);
    case 0x13:
      return new Decimal128(Buffer.from(bytes.subarray(at, end)));
    case 0xff:
      return new MinKey();
    case 0x7f:
      return new MaxKey();
  }
  return malformed(`unknown element type 0x${type.toString(16).padStart(2, '0')}`);
};

const tooDeep = (): never => {
  throw new MongoError('Overflow', `BSONObj exceeded maximum nested object depth: ${MAX_DEPTH}`);
};

const readDocument = (bytes: Buffer, at: number, end: number, depth: number): Doc => {
  if (depth > MAX_DEPTH) tooDeep();
  const doc: Doc = {};
  let position = at + 4;
  const last = end - 1;
  while (position < last) {
    const type = bytes[position] as number;
    const nameEnd = cStringEnd(bytes, position + 1, last);
    const next = valueEnd(bytes, type, nameEnd + 1, last);
    setField(doc, readName(bytes, position + 1, nameEnd), readValue(bytes, type, nameEnd + 1, next, depth));
    position = next;
  }
  return doc;
};

const readArray = (bytes: Buffer, at: number, end: number, depth: number): Value[] => {
  if (depth > MAX_DEPTH) tooDeep();
  const values: Value[] = [];
  let position = at + 4;
  const last = end - 1;
  while (position < last) {
    const type = bytes[position] as number;
    const start = cStringEnd(bytes, position + 1, last) + 1;
    const next = valueEnd(bytes, type, start, last);
    values.push(readValue(bytes, type, start, next, depth));
    position = next;
  }
  return values;
};

/** Decodes and checks one whole document. */
export const decode = (bytes: Buffer): Doc => {
  const end = documentEnd(bytes, 0, bytes.length);
  if (end !== bytes.length) malformed('a document has a wrong length');
  return readDocument(bytes, 0, end, 1);
};
