const sorted = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
};

/**
 * A plain value as JSON with sorted keys and moments in UTC to the millisecond, which is what a store keeps of them: equal values have
 * equal texts, also after a way through the store.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));
