import { decode, documentEnd } from '../bson/decode.js';
import { type Encodable, encode } from '../bson/encode.js';
import type { Doc } from '../bson/values.js';
import type { Sent } from '../commands/command.js';
import { MongoError } from '../errors/mongo-error.js';
import { crc32c } from './crc32c.js';

export const OP_REPLY = 1;
export const OP_QUERY = 2004;
export const OP_COMPRESSED = 2012;
export const OP_MSG = 2013;
export const HEADER_BYTES = 16;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** A client may allow several replies to one request (bit 16); it gets one all the same. Bits below 16 that a server does not know must be refused. */
const REQUIRED_BITS = 0xffff;

export interface Header {
  length: number;
  requestId: number;
  opCode: number;
}

/** A command as it came. */
export interface Request {
  requestId: number;
  body: Doc;
  sequences: Map<string, Sent[]>;
  /** The client wants no answer. */
  unacknowledged: boolean;
  /** Came as OP_QUERY and is answered by OP_REPLY. */
  legacy: boolean;
}

export const readHeader = (bytes: Buffer): Header => ({
  length: bytes.readInt32LE(0),
  requestId: bytes.readInt32LE(4),
  opCode: bytes.readInt32LE(12),
});

const malformed = (what: string): never => {
  throw new MongoError('ProtocolError', `malformed message: ${what}`);
};

const readSequence = (frame: Buffer, at: number, end: number, sequences: Map<string, Sent[]>): void => {
  const nameEnd = frame.indexOf(0, at);
  if (nameEnd < 0 || nameEnd >= end) malformed('a document sequence has no name');
  const name = frame.toString('utf8', at, nameEnd);
  if (sequences.has(name)) malformed(`two document sequences are named '${name}'`);
  const docs: Sent[] = [];
  let position = nameEnd + 1;
  while (position < end) {
    const next = documentEnd(frame, position, end);
    const bytes = frame.subarray(position, next);
    docs.push({ doc: decode(bytes), bytes });
    position = next;
  }
  sequences.set(name, docs);
};

const readMsg = (frame: Buffer, requestId: number): Request => {
  if (frame.length < HEADER_BYTES + 5) malformed('too short');
  const flags = frame.readUInt32LE(HEADER_BYTES);
  if (flags & REQUIRED_BITS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) malformed(`unknown required flag bits ${flags.toString(2)}`);
  let end = frame.length;
  if (flags & CHECKSUM_PRESENT) {
    end -= 4;
    if (end < HEADER_BYTES + 5 || crc32c(frame.subarray(0, end)) !== frame.readUInt32LE(end)) malformed('wrong checksum');
  }
  let body: Doc | undefined;
  const sequences = new Map<string, Sent[]>();
  let position = HEADER_BYTES + 4;
  while (position < end) {
    const kind = frame[position++];
    if (kind === 0) {
      if (body) malformed('two bodies');
      const next = documentEnd(frame, position, end);
      body = decode(frame.subarray(position, next));
      position = next;
    } else if (kind === 1) {
      const size = position + 4 <= end ? frame.readInt32LE(position) : 0;
      const next = position + size;
      if (size < 5 || next > end) malformed('a document sequence has a wrong length');
      readSequence(frame, position + 4, next, sequences);
      position = next;
    } else malformed(`unknown section kind ${kind}`);
  }
  return { requestId, body: body ?? malformed('no body'), sequences, unacknowledged: (flags & MORE_TO_COME) !== 0, legacy: false };
};

/** The handshake may come as OP_QUERY on `<db>.$cmd`; nothing else may. */
const readQuery = (frame: Buffer, requestId: number): Request => {
  const nameEnd = frame.indexOf(0, HEADER_BYTES + 4);
  if (nameEnd < 0 || nameEnd + 9 > frame.length) malformed('too short');
  const namespace = frame.toString('utf8', HEADER_BYTES + 4, nameEnd);
  const start = nameEnd + 9;
  const body = decode(frame.subarray(start, documentEnd(frame, start, frame.length)));
  if (!namespace.endsWith('.$cmd'))
    throw new MongoError(5739101, 'OP_QUERY is no longer supported. The client driver may require an upgrade.');
  const name = Object.keys(body)[0] ?? '';
  if (!['hello', 'isMaster', 'ismaster'].includes(name))
    throw new MongoError('UnsupportedFormat', `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade.`);
  return { requestId, body: { ...body, $db: namespace.slice(0, -5) }, sequences: new Map(), unacknowledged: false, legacy: true };
};

/** Reads one whole frame. */
export const readRequest = (frame: Buffer): Request => {
  const { requestId, opCode } = readHeader(frame);
  if (opCode === OP_MSG) return readMsg(frame, requestId);
  if (opCode === OP_QUERY) return readQuery(frame, requestId);
  throw new MongoError('ProtocolError', opCode === OP_COMPRESSED ? 'compression was not agreed on' : `unknown operation code ${opCode}`);
};

let lastId = 0;

const header = (length: number, responseTo: number, opCode: number): Buffer => {
  lastId = (lastId + 1) & 0x7fff_ffff;
  const bytes = Buffer.allocUnsafe(HEADER_BYTES);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(lastId, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
};

/** The frame that answers a request. */
export const writeReply = (reply: { [field: string]: Encodable }, requestId: number, legacy: boolean): Buffer => {
  const body = encode(reply);
  if (!legacy) {
    const prefix = Buffer.from([0, 0, 0, 0, 0]);
    return Buffer.concat([header(HEADER_BYTES + 5 + body.length, requestId, OP_MSG), prefix, body]);
  }
  const prefix = Buffer.alloc(20);
  prefix.writeInt32LE(8, 0);
  prefix.writeInt32LE(1, 16);
  return Buffer.concat([header(HEADER_BYTES + 20 + body.length, requestId, OP_REPLY), prefix, body]);
};
