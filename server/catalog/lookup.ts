import type { Lookup } from '../domain/factor-data.js';

/** A table without a prototype, so that no text of a user can name more than its own keys. */
export const lookup = <Key extends string, Value>(entries: Iterable<readonly [Key, Value]>): Lookup<Key, Value> => {
  const table = Object.create(null) as { [key in Key]?: Value };
  for (const [key, value] of entries) table[key] = value;
  return table;
};
