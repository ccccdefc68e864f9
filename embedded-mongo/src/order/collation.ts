import { typeName } from '../bson/types.js';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { compareUtf8, type StringCompare } from './compare.js';
import type { StringFold } from './key-encoding.js';

const knownFields = new Set([
  'locale',
  'strength',
  'caseLevel',
  'caseFirst',
  'numericOrdering',
  'alternate',
  'maxVariable',
  'backwards',
  'normalization',
  'version',
]);

/** A collation that is more than byte order, checked; undefined for `simple`. Only locale, strength and numericOrdering are served. */
export const parseCollation = (value: Value): Doc | undefined => {
  if (value === undefined || value === null) return undefined;
  if (!isDoc(value))
    throw new MongoError('TypeMismatch', `BSON field 'collation' is the wrong type '${typeName(value)}', expected type 'object'`);
  if (Object.keys(value).length === 0) return undefined;
  for (const name of Object.keys(value))
    if (!knownFields.has(name)) throw new MongoError(40415, `BSON field 'collation.${name}' is an unknown field.`);
  const locale = value.locale;
  if (typeof locale !== 'string') throw new MongoError(40414, "BSON field 'collation.locale' is missing but a required field");
  if (locale === 'simple') return undefined;
  const strength = value.strength === undefined ? 3 : isNumeric(value.strength) ? toNumber(value.strength) : Number.NaN;
  if (![1, 2, 3, 4, 5].includes(strength))
    throw new MongoError('BadValue', `BSON field 'collation.strength' value must be between 1 and 5, inclusive`);
  if (Intl.Collator.supportedLocalesOf([locale.replace(/_/g, '-').split('@')[0] as string]).length === 0) {
    throw new MongoError('BadValue', `Field 'locale' is invalid in: { locale: "${locale}" }`);
  }
  for (const [name, plain] of [
    ['caseLevel', false],
    ['caseFirst', 'off'],
    ['alternate', 'non-ignorable'],
    ['backwards', false],
    ['normalization', false],
  ] as const) {
    if (value[name] !== undefined && value[name] !== plain)
      throw new MongoError('NotImplemented', `collation option ${name} is not supported by this server`);
  }
  return value;
};

const sensitivities = { 1: 'base', 2: 'accent', 3: 'variant' } as const;

/** Comparison of strings under a collation; undefined for byte order. */
export const collate = (collation: Doc | undefined): StringCompare | undefined => {
  if (!collation) return undefined;
  const strength = collation.strength === undefined ? 3 : toNumber(collation.strength as number);
  const sensitivity = sensitivities[strength as 1 | 2 | 3] ?? 'variant';
  const locale = (collation.locale as string).replace(/_/g, '-').split('@')[0] as string;
  const collator = new Intl.Collator(locale, { sensitivity, numeric: collation.numericOrdering === true });
  return strength >= 4 ? (a, b) => collator.compare(a, b) || compareUtf8(a, b) : collator.compare;
};

/**
 * What an index with a collation stores for a string: equal under the collation gives equal folds. The order of folds is not the
 * collation's, so such an index serves equality only.
 */
export const foldFor = (collation: Doc): StringFold => {
  const strength = collation.strength === undefined ? 3 : toNumber(collation.strength as number);
  if (strength >= 3) return (text) => text.normalize('NFC');
  if (strength === 2) return (text) => text.normalize('NFC').toLowerCase();
  return (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
};

/** Two collations that compare alike. */
export const sameCollation = (a: Doc | undefined, b: Doc | undefined): boolean =>
  a === undefined || b === undefined
    ? a === b
    : a.locale === b.locale &&
      Number(a.strength ?? 3) === Number(b.strength ?? 3) &&
      Boolean(a.numericOrdering) === Boolean(b.numericOrdering);
