/**
 * Something wrong with what was handed in, as data. `code` is a key of the problem catalog, which holds the Korean and the English
 * sentence; `field` is the path of the culprit as the user wrote it, such as "activityData[1].unit". It is empty when it is the whole.
 */
export interface Fault {
  readonly code: string;
  readonly field: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Faults without those that say the same of the same field. */
export const withoutRepeats = (faults: readonly Fault[]): Fault[] =>
  faults.filter((fault, index) => faults.findIndex((other) => other.field === fault.field && other.code === fault.code) === index);
