import { encode } from '../bson/encode.js';
import { typeName } from '../bson/types.js';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Call, Sent } from './command.js';

const wrongType = (command: string, name: string, value: Value, expected: string): MongoError =>
  new MongoError('TypeMismatch', `BSON field '${command}.${name}' is the wrong type '${typeName(value)}', expected type '${expected}'`);

const missing = (command: string, name: string): MongoError =>
  new MongoError(40414, `BSON field '${command}.${name}' is missing but a required field`);

/** Refuses fields that are not known, by name. */
export const checkFields = (doc: Doc, known: ReadonlySet<string> | readonly string[], where: string): void => {
  const names = known instanceof Set ? known : new Set(known as readonly string[]);
  for (const name of Object.keys(doc))
    if (!names.has(name)) throw new MongoError(40415, `BSON field '${where}.${name}' is an unknown field.`);
};

/** The collection a command is for: the value of its first field. */
export const target = (call: Call): string => {
  const name = call.body[call.name];
  if (typeof name !== 'string') throw new MongoError('InvalidNamespace', `collection name has invalid type ${typeName(name)}`);
  if (name === '') throw new MongoError('InvalidNamespace', `Invalid namespace specified '${call.db}.'`);
  return name;
};

export const optionalDoc = (doc: Doc, name: string, command: string): Doc | undefined => {
  const value = doc[name];
  if (value === undefined || value === null) return undefined;
  if (!isDoc(value)) throw wrongType(command, name, value, 'object');
  return value;
};

export const requiredDoc = (doc: Doc, name: string, command: string): Doc => {
  if (!Object.hasOwn(doc, name)) throw missing(command, name);
  const value = doc[name];
  if (!isDoc(value)) throw wrongType(command, name, value, 'object');
  return value;
};

export const optionalNumber = (doc: Doc, name: string, command: string): number | undefined => {
  const value = doc[name];
  if (value === undefined || value === null) return undefined;
  if (!isNumeric(value)) throw wrongType(command, name, value, 'long');
  return Math.trunc(toNumber(value));
};

/** A count that may not be negative. */
export const optionalCount = (doc: Doc, name: string, command: string): number | undefined => {
  const value = optionalNumber(doc, name, command);
  if (value !== undefined && value < 0) throw new MongoError(51024, `BSON field '${name}' value must be >= 0, actual value '${value}'`);
  return value;
};

export const optionalFlag = (doc: Doc, name: string, command: string, fallback = false): boolean => {
  const value = doc[name];
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return toNumber(value) !== 0;
  throw wrongType(command, name, value, 'bool');
};

export const optionalText = (doc: Doc, name: string, command: string): string | undefined => {
  const value = doc[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw wrongType(command, name, value, 'string');
  return value;
};

export const optionalArray = (doc: Doc, name: string, command: string): Value[] | undefined => {
  const value = doc[name];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw wrongType(command, name, value, 'array');
  return value;
};

const MAX_STATEMENTS = 100_000;

/** The documents of a write command, from a document sequence or from the body. */
export const statements = (call: Call, name: string): Sent[] => {
  const sent = call.sequences.get(name) ?? bodyDocuments(call, name);
  if (sent.length < 1 || sent.length > MAX_STATEMENTS) {
    throw new MongoError('InvalidLength', `Write batch sizes must be between 1 and ${MAX_STATEMENTS}. Got ${sent.length} operations.`);
  }
  return sent;
};

const bodyDocuments = (call: Call, name: string): Sent[] => {
  if (!Object.hasOwn(call.body, name)) throw missing(call.name, name);
  const values = call.body[name];
  if (!Array.isArray(values)) throw wrongType(call.name, name, values, 'array');
  return values.map((doc, i) => {
    if (!isDoc(doc)) throw wrongType(call.name, `${name}.${i}`, doc, 'object');
    return { doc, bytes: encode(doc) };
  });
};
