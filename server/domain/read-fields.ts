import type { Vocabulary } from './factor-data.js';
import type { Fault } from './fault.js';
import { earliestYear, type Field, largestQuantity, longestText } from './field.js';
import { unreadable } from './json-text.js';
import { asObject, type Plain } from './plain.js';

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const typesKo = {
  object: '객체({…})',
  list: '배열([…])',
  text: '문자열("…")',
  number: '숫자(따옴표 없이)',
  boolean: 'true 또는 false(따옴표 없이)',
} as const;

/** A day of the calendar as YYYY-MM-DD. */
const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && year >= earliestYear && day >= 1 && day <= days;
};

/** The fault of a value that is no object. */
export const notAnObject = (field: string): Fault => ({
  code: 'wrongType',
  field,
  values: { expected: 'object', expectedKo: typesKo.object },
});

/** What is wrong with one value, or null. */
const valueFault = (field: Field, value: unknown, vocabulary: Vocabulary): Omit<Fault, 'field'> | null => {
  const wrongType = (expected: keyof typeof typesKo): Omit<Fault, 'field'> => ({
    code: 'wrongType',
    values: { expected, expectedKo: typesKo[expected] },
  });
  switch (field.kind) {
    case 'object':
    case 'activity':
      return asObject(value) === null ? wrongType('object') : null;
    case 'list':
      if (!Array.isArray(value)) return wrongType('list');
      return field.most !== undefined && value.length > field.most
        ? { code: field.fields === undefined ? 'tooManyActivities' : 'tooManyEntries', values: { given: value.length, most: field.most } }
        : null;
    case 'text':
      if (typeof value !== 'string') return wrongType('text');
      if (value.trim() === '') return { code: 'emptyText', values: {} };
      return value.length > longestText ? { code: 'textTooLong', values: { most: longestText } } : null;
    case 'choice':
      return typeof value === 'string' ? wordFault(field, value, vocabulary) : wrongType('text');
    case 'words':
      return Array.isArray(value) ? null : wrongType('list');
    case 'year':
      if (typeof value !== 'number') return wrongType('number');
      return Number.isInteger(value) && value >= earliestYear && value <= 9999 ? null : { code: 'notAYear', values: { given: value } };
    case 'day':
      if (typeof value !== 'string') return wrongType('text');
      return isDay(value) ? null : { code: 'notADay', values: { given: value } };
    case 'boolean':
      return typeof value === 'boolean' ? null : wrongType('boolean');
    case 'number':
    case 'quantity':
    case 'positive':
    case 'share':
    case 'percentage':
      return numberFaultOf(field, value) ?? (typeof value === 'number' ? null : wrongType('number'));
  }
};

/** Enough for every unit; a longer list is cut, and says so. */
const mostNamed = 40;

const someOf = (words: readonly string[]): string => [...words.slice(0, mostNamed), ...(words.length > mostNamed ? ['…'] : [])].join(', ');

/** The fault of a word that is none of those of its field. */
const wordFault = ({ key, choices, unknown }: Field, value: string, vocabulary: Vocabulary): Omit<Fault, 'field'> | null => {
  if (choices === undefined || unknown === undefined) throw new Error(`The choice ${key} has no words.`);
  const words = choices(vocabulary);
  return words.includes(value) ? null : { code: unknown, values: { given: value, known: someOf(words) } };
};

/** The faults of several words. */
const wordsFaults = (field: Field, entries: readonly unknown[], at: string, vocabulary: Vocabulary): Fault[] =>
  entries.flatMap((entry, index): Fault[] => {
    if (entry === unreadable) return [];
    const fault = valueFault({ ...field, kind: 'choice' }, entry, vocabulary);
    return fault === null ? [] : [{ ...fault, field: `${at}[${index}]` }];
  });

const numberFaultOf = ({ kind, least, most, outside = 'numberOutOfRange' }: Field, value: unknown): Omit<Fault, 'field'> | null => {
  if (typeof value !== 'number') return null;
  const values = { given: String(value) };
  if (!Number.isFinite(value)) return { code: 'numberNotFinite', values };
  if (Object.is(value, -0)) return { code: 'negativeZero', values };
  if (kind === 'number') {
    const [low, high] = [least ?? Number.NEGATIVE_INFINITY, most ?? Number.POSITIVE_INFINITY];
    return value < low || value > high ? { code: outside, values: { ...values, least: low, most: high } } : null;
  }
  if (value < 0) return { code: 'negativeNumber', values };
  if (kind === 'positive' && value === 0) return { code: 'notPositive', values };
  if (kind === 'share' && value > 1) return { code: 'notAShare', values };
  if (kind === 'percentage' && value > 100) return { code: 'notAPercentage', values };
  return value > largestQuantity ? { code: 'numberTooLarge', values: { ...values, most: largestQuantity } } : null;
};

/**
 * Checks an object against its fields: unknown keys, missing keys and every value, each fault with the path of its field.
 * A value that is already reported as unreadable is passed over.
 */
export const fieldFaults = (object: Plain, fields: readonly Field[], path: string, vocabulary: Vocabulary): Fault[] => {
  const known = fields.map((field) => field.key);
  const unknown = Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => ({ code: 'unknownKey', field: below(path, key), values: { key: key, known: known.join(', ') } }));
  const wrong = fields.flatMap((field): Fault[] => {
    const at = below(path, field.key);
    if (!Object.hasOwn(object, field.key)) return field.required ? [{ code: 'missingKey', field: at, values: { key: field.key } }] : [];
    const value = object[field.key];
    if (value === unreadable) return [];
    const fault = valueFault(field, value, vocabulary);
    if (fault !== null) return [{ ...fault, field: at }];
    if (field.kind === 'words') return wordsFaults(field, Array.isArray(value) ? (value as readonly unknown[]) : [], at, vocabulary);
    if (field.fields === undefined) return [];
    if (field.kind === 'object') return fieldFaults(asObject(value) ?? {}, field.fields, at, vocabulary);
    const entries = Array.isArray(value) ? (value as readonly unknown[]) : [];
    return entries.flatMap((entry, index) => entryFaults(entry, field.fields ?? [], `${at}[${index}]`, vocabulary));
  });
  return [...unknown, ...wrong];
};

const entryFaults = (entry: unknown, fields: readonly Field[], path: string, vocabulary: Vocabulary): Fault[] => {
  if (entry === unreadable) return [];
  const object = asObject(entry);
  return object === null ? [notAnObject(path)] : fieldFaults(object, fields, path, vocabulary);
};

/** Whether anything in a value was reported as unreadable. */
export const holdsUnreadable = (value: unknown): boolean =>
  value === unreadable || (typeof value === 'object' && value !== null && Object.values(value).some(holdsUnreadable));
