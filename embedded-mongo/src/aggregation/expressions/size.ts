import { encode } from '../../bson/encode.js';
import { typeName } from '../../bson/types.js';
import { Binary, isDoc, Timestamp, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { isNullish } from '../values/truth.js';
import { type Family, unary } from './operands.js';

const timestamp = (read: (value: Timestamp) => Value) =>
  unary((value, _scope, name) => {
    if (isNullish(value)) return null;
    if (!(value instanceof Timestamp)) throw new MongoError(5687301, `Argument to ${name} must be a timestamp, but is ${typeName(value)}`);
    return read(value);
  });

/** Operators on how values are stored. */
export const size: Family = {
  $binarySize: unary((value) => {
    if (isNullish(value)) return null;
    if (typeof value === 'string') return Buffer.byteLength(value);
    if (value instanceof Binary) return value.position;
    throw new MongoError(51276, `$binarySize requires a string or BinData argument, found: ${typeName(value)}`);
  }),
  $bsonSize: unary((value) => {
    if (isNullish(value)) return null;
    if (!isDoc(value)) throw new MongoError(31393, `$bsonSize requires a document input, found: ${typeName(value)}`);
    return encode(value).length;
  }),
  $rand: () => ({ evaluate: () => Math.random(), constant: false }),
  $tsIncrement: timestamp((value) => BigInt(value.getLowBitsUnsigned())),
  $tsSecond: timestamp((value) => BigInt(value.getHighBitsUnsigned())),
};
