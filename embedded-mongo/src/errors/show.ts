import { Binary, BSONRegExp, Decimal128, Double, isDoc, isInt32, ObjectId, Timestamp, type Value } from '../bson/values.js';

/** A value as MongoDB writes it in its messages: `{ a: 1, b: "x", c: ObjectId('…') }`. */
export const show = (value: Value): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return isInt32(value) || !Number.isInteger(value) ? String(value) : value.toFixed(1);
  if (value instanceof Double) return value.value.toFixed(1);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Decimal128) return `${value.toString()}`;
  if (value instanceof Binary)
    return value.sub_type === 4
      ? `UUID("${value.toUUID().toHexString()}")`
      : `BinData(${value.sub_type}, ${value.toString('hex').toUpperCase()})`;
  if (value instanceof Timestamp) return `Timestamp(${value.high}, ${value.low})`;
  if (value instanceof BSONRegExp) return `/${value.pattern}/${value.options}`;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(show).join(', ')} ]`;
  if (isDoc(value)) {
    const fields = Object.keys(value).map((name) => `${name}: ${show(value[name])}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return Object.prototype.toString.call(value);
};
