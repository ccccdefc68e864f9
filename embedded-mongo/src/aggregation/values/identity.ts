import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  type Decimal128,
  type Doc,
  Double,
  isDoc,
  isNumeric,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  type Value,
} from '../../bson/values.js';
import { nearestDouble } from '../../order/numbers.js';

/** What values that are equal in BSON share, and different ones do not: usable as the key of a Map. */
export type Identity = string | number | bigint | boolean | null;

/** Makes strings equal that are equal under a collation. */
export type Fold = ((text: string) => string) | undefined;

const numberIdentity = (value: bigint | Decimal128): number | bigint | string => {
  const { nearest, rest } = nearestDouble(value);
  if (rest === 0) return nearest;
  if (typeof value === 'bigint') return value;
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i.exec(value.toString());
  if (!match) return nearest;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const all = `${whole}${fraction}`.replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  const power = Number(exponent) - fraction.length + all.length - digits.length;
  return power === 0 ? BigInt(`${sign}${digits}`) : `\0#${sign}${digits}e${power}`;
};

const stringIdentity = (text: string, fold: Fold): string => {
  const folded = fold ? fold(text) : text;
  return folded.charCodeAt(0) === 0 ? `\0s${folded}` : folded;
};

/** A part of a longer identity: its length stands in front, so that no two sequences of parts read alike. */
export const partIdentity = (value: Value, fold: Fold): string => {
  if (value === undefined) return 'u';
  const identity = identityOf(value, fold);
  const letter = typeof identity === 'string' ? 's' : typeof identity === 'boolean' ? 'b' : identity === null ? 'z' : 'n';
  const text = String(identity);
  return `${letter}${text.length}:${text}`;
};

const objectIdentity = (value: object, fold: Fold): string => {
  if (Array.isArray(value)) return `\0[${value.map((element: Value) => partIdentity(element, fold)).join('')}`;
  if (isDoc(value)) {
    let identity = '\0{';
    for (const name of Object.keys(value))
      if (value[name] !== undefined) identity += `${name.length}:${name}${partIdentity(value[name], fold)}`;
    return identity;
  }
  if (value instanceof Date) return `\0d${value.getTime()}`;
  if (value instanceof ObjectId) return `\0o${value.toHexString()}`;
  if (value instanceof Binary) return `\0x${value.sub_type}:${value.toString('hex')}`;
  if (value instanceof Timestamp) return `\0t${value.toBigInt()}`;
  if (value instanceof BSONRegExp) return `\0/${value.pattern.length}:${value.pattern}/${value.options}`;
  if (value instanceof Code) return `\0c${value.code.length}:${value.code}${value.scope ? objectIdentity(value.scope as Doc, fold) : ''}`;
  if (value instanceof MinKey) return '\0-';
  if (value instanceof MaxKey) return '\0+';
  throw new TypeError(`not a BSON value: ${Object.prototype.toString.call(value)}`);
};

/** 1, 1.0 and the long 1 are the same; null and what is missing are the same. */
export const identityOf = (value: Value, fold?: Fold): Identity => {
  switch (typeof value) {
    case 'string':
      return stringIdentity(value, fold);
    case 'number':
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    case 'bigint':
      return numberIdentity(value);
  }
  if (value === null) return null;
  if (value instanceof Double) return value.value;
  if (isNumeric(value)) return numberIdentity(value as Decimal128);
  if (value instanceof BSONSymbol) return stringIdentity(value.value, fold);
  return objectIdentity(value, fold);
};
