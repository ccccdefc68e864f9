import { createHash } from 'node:crypto';
import {
  type Binary,
  type BSONRegExp,
  BSONSymbol,
  type Code,
  type Doc,
  type ObjectId,
  type Timestamp,
  type Value,
} from '../bson/values.js';
import { rank, typeRank } from './compare.js';
import { type Numeric, nearestDouble } from './numbers.js';

/** LMDB keys hold 1,978 bytes; longer index keys keep this much and end in a hash, which keeps equality exact and order up to here. */
export const MAX_KEY_BYTES = 1_700;

/** Turns strings into what an index with a collation compares. */
export type StringFold = (text: string) => string;

/**
 * Writes values so that comparing bytes compares values: a type byte (the order of BSON types), then a payload that no other
 * payload of its type is a proper prefix of. A descending field is the same with all bits flipped.
 */
export class KeyWriter {
  private buffer = Buffer.allocUnsafe(256);
  private length = 0;

  constructor(private readonly fold?: StringFold) {}

  private reserve(count: number): void {
    if (this.length + count <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.length + count, this.buffer.length * 2));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }

  private byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  private raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Sign bit flipped for positive, all bits for negative: unsigned byte order is numeric order. */
  private orderedDouble(value: number): void {
    this.reserve(8);
    const at = this.length;
    this.buffer.writeDoubleBE(value === 0 ? 0 : value, at);
    if (((this.buffer[at] as number) & 0x80) === 0) this.buffer[at] = (this.buffer[at] as number) | 0x80;
    else for (let i = at; i < at + 8; i++) this.buffer[i] = ~(this.buffer[i] as number) & 0xff;
    this.length += 8;
  }

  /** 00 becomes 00 FF, the end is 00 01: a string sorts before every longer one that starts with it. */
  private text(value: string): void {
    this.reserve(value.length * 3);
    const start = this.length;
    this.length += this.buffer.write(value, start, 'utf8');
    if (this.buffer.subarray(start, this.length).includes(0)) {
      const bytes = Buffer.from(this.buffer.subarray(start, this.length));
      this.length = start;
      for (const byte of bytes) {
        this.byte(byte);
        if (byte === 0) this.byte(0xff);
      }
    }
    this.byte(0);
    this.byte(1);
  }

  private number(value: Numeric): void {
    const { nearest, rest } = nearestDouble(value);
    if (Number.isNaN(nearest)) {
      this.byte(0);
      return;
    }
    this.byte(1);
    this.orderedDouble(nearest);
    this.byte(rest < 0 ? 1 : rest > 0 ? 3 : 2);
    if (rest !== 0) this.orderedDouble(rest);
  }

  private payload(type: number, value: Value): void {
    switch (type) {
      case rank.number:
        this.number(value as Numeric);
        return;
      case rank.string: {
        const plain = value instanceof BSONSymbol ? value.value : (value as string);
        this.text(this.fold ? this.fold(plain) : plain);
        return;
      }
      case rank.object:
        this.document(value as Doc);
        return;
      case rank.array:
        for (const element of value as Value[]) this.value(element);
        this.byte(0);
        return;
      case rank.binary: {
        const binary = value as Binary;
        this.reserve(5);
        this.length = this.buffer.writeUInt32BE(binary.position, this.length);
        this.byte(binary.sub_type);
        this.raw(binary.buffer.subarray(0, binary.position));
        return;
      }
      case rank.objectId:
        this.raw((value as ObjectId).id);
        return;
      case rank.boolean:
        this.byte(value ? 1 : 0);
        return;
      case rank.date:
        this.orderedDouble((value as Date).getTime());
        return;
      case rank.timestamp:
        this.reserve(8);
        this.length = this.buffer.writeBigUInt64BE(BigInt.asUintN(64, (value as Timestamp).toBigInt()), this.length);
        return;
      case rank.regex:
        this.text((value as BSONRegExp).pattern);
        this.text((value as BSONRegExp).options);
        return;
      case rank.code:
      case rank.codeWithScope:
        this.text((value as Code).code);
        if (type === rank.codeWithScope) this.document((value as Code).scope as Doc);
        return;
    }
  }

  private document(doc: Doc): void {
    for (const name of Object.keys(doc)) {
      const value = doc[name];
      const type = typeRank(value);
      this.byte(type);
      this.text(name);
      this.payload(type, value);
    }
    this.byte(0);
  }

  /** Appends one value ascending. */
  value(value: Value): void {
    const type = typeRank(value);
    this.byte(type);
    this.payload(type, value);
  }

  /** Appends a bare byte: a type byte stands below all values of its type, one more above them. */
  mark(byte: number): void {
    this.byte(byte);
  }

  /** Appends one field of an index in its direction. */
  field(value: Value, descending: boolean): void {
    const start = this.length;
    this.value(value);
    if (descending) this.invertFrom(start);
  }

  invertFrom(start: number): void {
    for (let i = start; i < this.length; i++) this.buffer[i] = ~(this.buffer[i] as number) & 0xff;
  }

  get size(): number {
    return this.length;
  }

  /** The key so far, cut to MAX_KEY_BYTES with a hash of the whole. */
  finish(): Buffer {
    const bytes = this.buffer.subarray(0, this.length);
    if (bytes.length <= MAX_KEY_BYTES) return Buffer.from(bytes);
    return Buffer.concat([bytes.subarray(0, MAX_KEY_BYTES), createHash('sha256').update(bytes).digest()]);
  }

  /** The key so far as the edge of a range: a long one is only cut, so that it stands below all keys that start with it. */
  edge(): Buffer {
    return Buffer.from(this.buffer.subarray(0, Math.min(this.length, MAX_KEY_BYTES)));
  }
}

/** One value, ascending. */
export const encodeKey = (value: Value, fold?: StringFold): Buffer => {
  const writer = new KeyWriter(fold);
  writer.value(value);
  return writer.finish();
};

/** The smallest key above all keys that start with the given one; undefined when there is none (all bytes are FF). */
export const after = (prefix: Buffer): Buffer | undefined => {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  if (end === 0) return undefined;
  const next = Buffer.from(prefix.subarray(0, end));
  next[end - 1] = (next[end - 1] as number) + 1;
  return next;
};
