import type { FactorData } from './factor-data.js';

/** Frozen, and without prototypes, so that no text of a user can name more than its own keys. */
const bare = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(bare));
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => [key, bare(part)]);
  return Object.freeze(Object.assign(Object.create(null) as object, Object.fromEntries(entries)));
};

/** Everything a calculation reads as one text: what is computed from `fromSnapshot` of it is the same to the last byte. */
export const snapshotOf = (data: FactorData): string => JSON.stringify(data);

/** The factor data of a snapshot that was taken by `snapshotOf` under the same calculation version. */
export const fromSnapshot = (text: string): FactorData => bare(JSON.parse(text)) as FactorData;
