import { MongoError } from '../errors/mongo-error.js';
import { MAX_DEPTH } from './decode.js';
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
  Timestamp,
  type Value,
} from './values.js';

/** An already encoded document that is copied into the output as it is. */
export class Raw {
  constructor(readonly bytes: Buffer) {}
}

/** What can be encoded: documents whose fields may also be raw documents, and `undefined` fields, which are left out. */
export type Encodable = Value | Raw | Encodable[] | { [field: string]: Encodable };

class Writer {
  private buffer = Buffer.allocUnsafe(1024);
  length = 0;

  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.buffer.length * 2));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  int32(value: number): void {
    this.reserve(4);
    this.length = this.buffer.writeInt32LE(value, this.length);
  }

  int64(value: bigint): void {
    this.reserve(8);
    this.length = this.buffer.writeBigInt64LE(BigInt.asIntN(64, value), this.length);
  }

  double(value: number): void {
    this.reserve(8);
    this.length = this.buffer.writeDoubleLE(value, this.length);
  }

  bytes(value: Uint8Array): void {
    this.reserve(value.length);
    this.buffer.set(value, this.length);
    this.length += value.length;
  }

  /** Writes text and returns how many bytes it took. */
  text(value: string): number {
    this.reserve(value.length * 3);
    const written = this.buffer.write(value, this.length, 'utf8');
    this.length += written;
    return written;
  }

  cString(value: string): void {
    if (value.includes('\0')) throw new MongoError('BadValue', 'field names and patterns may not contain the null character');
    this.text(value);
    this.byte(0);
  }

  string(value: string): void {
    const start = this.length;
    this.int32(0);
    const written = this.text(value);
    this.byte(0);
    this.buffer.writeInt32LE(written + 1, start);
  }

  setInt32(at: number, value: number): void {
    this.buffer.writeInt32LE(value, at);
  }

  result(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.length));
  }

  /** The written bytes without a copy: for callers that let go of the writer. */
  take(): Buffer {
    return this.buffer.subarray(0, this.length);
  }
}

const writeScalar = (out: Writer, value: object): number => {
  if (value instanceof ObjectId) {
    out.bytes(value.id);
    return 0x07;
  }
  if (value instanceof Date) {
    out.int64(BigInt(Number.isNaN(value.getTime()) ? 0 : value.getTime()));
    return 0x09;
  }
  if (value instanceof Double) {
    out.double(value.value);
    return 0x01;
  }
  if (value instanceof Binary) {
    const data = value.buffer.subarray(0, value.position);
    if (value.sub_type === Binary.SUBTYPE_BYTE_ARRAY) {
      out.int32(data.length + 4);
      out.byte(value.sub_type);
      out.int32(data.length);
    } else {
      out.int32(data.length);
      out.byte(value.sub_type);
    }
    out.bytes(data);
    return 0x05;
  }
  if (value instanceof Decimal128) {
    out.bytes(value.bytes);
    return 0x13;
  }
  if (value instanceof Timestamp) {
    out.int64(value.toBigInt());
    return 0x11;
  }
  if (value instanceof BSONRegExp) {
    out.cString(value.pattern);
    out.cString(value.options);
    return 0x0b;
  }
  if (value instanceof RegExp) {
    out.cString(value.source);
    out.cString(value.flags.replace(/[^imsux]/g, ''));
    return 0x0b;
  }
  if (value instanceof Code) {
    if (!value.scope) {
      out.string(value.code);
      return 0x0d;
    }
    const start = out.length;
    out.int32(0);
    out.string(value.code);
    writeDocument(out, value.scope as Doc, 1);
    out.setInt32(start, out.length - start);
    return 0x0f;
  }
  if (value instanceof BSONSymbol) {
    out.string(value.value);
    return 0x0e;
  }
  if (value instanceof MinKey) return 0xff;
  if (value instanceof MaxKey) return 0x7f;
  throw new TypeError(`cannot encode ${Object.prototype.toString.call(value)}`);
};

/** Writes a value and returns its element type. */
const writeValue = (out: Writer, value: Encodable, depth: number): number => {
  switch (typeof value) {
    case 'string':
      out.string(value);
      return 0x02;
    case 'number':
      if (isInt32(value)) {
        out.int32(value);
        return 0x10;
      }
      out.double(value);
      return 0x01;
    case 'boolean':
      out.byte(value ? 1 : 0);
      return 0x08;
    case 'bigint':
      out.int64(value);
      return 0x12;
  }
  if (value === null || value === undefined) return 0x0a;
  if (value instanceof Raw) {
    out.bytes(value.bytes);
    return 0x03;
  }
  if (Array.isArray(value)) {
    writeArray(out, value, depth + 1);
    return 0x04;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) {
    writeDocument(out, value as { [field: string]: Encodable }, depth + 1);
    return 0x03;
  }
  return writeScalar(out, value);
};

const checkDepth = (depth: number): void => {
  // Replies wrap stored documents in a few levels of their own.
  if (depth > MAX_DEPTH + 8) throw new MongoError('Overflow', `BSONObj exceeded maximum nested object depth: ${MAX_DEPTH}`);
};

const writeArray = (out: Writer, values: Encodable[], depth: number): void => {
  checkDepth(depth);
  const start = out.length;
  out.int32(0);
  for (let i = 0; i < values.length; i++) {
    const typeAt = out.length;
    out.byte(0);
    out.text(String(i));
    out.byte(0);
    const type = writeValue(out, values[i], depth);
    setType(out, typeAt, type);
  }
  out.byte(0);
  out.setInt32(start, out.length - start);
};

const setType = (out: Writer, at: number, type: number): void => {
  out.take()[at] = type;
};

const writeDocument = (out: Writer, doc: { [field: string]: Encodable }, depth: number): void => {
  checkDepth(depth);
  const start = out.length;
  out.int32(0);
  for (const name of Object.keys(doc)) {
    const value = doc[name];
    if (value === undefined) continue;
    const typeAt = out.length;
    out.byte(0);
    out.cString(name);
    setType(out, typeAt, writeValue(out, value, depth));
  }
  out.byte(0);
  out.setInt32(start, out.length - start);
};

/** Encodes one document. */
export const encode = (doc: { [field: string]: Encodable }): Buffer => {
  const out = new Writer();
  writeDocument(out, doc, 1);
  return out.take();
};
