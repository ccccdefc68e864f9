/** Identifies a document within its collection; grows with every insert, so that natural order is insertion order. */
export type RecordId = number;

const RECORD_BYTES = 6;

export const recordBytes = (record: RecordId): Buffer => {
  const bytes = Buffer.allocUnsafe(RECORD_BYTES);
  bytes.writeUIntBE(record, 0, RECORD_BYTES);
  return bytes;
};

/** The record that an index entry points to. */
export const recordOf = (value: Buffer): RecordId => value.readUIntBE(0, RECORD_BYTES);

/** Key of a document: collection (4 bytes), record (6 bytes). */
export const documentKey = (collection: number, record: RecordId): Buffer => {
  const key = Buffer.allocUnsafe(4 + RECORD_BYTES);
  key.writeUInt32BE(collection, 0);
  key.writeUIntBE(record, 4, RECORD_BYTES);
  return key;
};

export const recordOfDocumentKey = (key: Buffer): RecordId => key.readUIntBE(4, RECORD_BYTES);

/** Where all keys of one collection or one index lie. */
export const ownedRange = (owner: number): { start: Buffer; end: Buffer } => {
  const start = Buffer.allocUnsafe(4);
  start.writeUInt32BE(owner);
  const end = Buffer.allocUnsafe(4);
  end.writeUInt32BE(owner + 1);
  return { start, end };
};

/** Key of an index entry: index (4 bytes), encoded values, and the record where several documents may share the values. */
export const entryKey = (index: number, encoded: Buffer, record?: RecordId): Buffer => {
  const owner = Buffer.allocUnsafe(4);
  owner.writeUInt32BE(index);
  return record === undefined ? Buffer.concat([owner, encoded]) : Buffer.concat([owner, encoded, recordBytes(record)]);
};

/** The encoded values in the key of a unique index's entry. */
export const encodedValues = (entry: Buffer): Buffer => entry.subarray(4);
