/** An object as JSON means it, with keys nobody has checked yet. */
export type Plain = Readonly<Record<string, unknown>>;

/** An object as JSON means it, or null. */
export const asObject = (value: unknown): Plain | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : null;
