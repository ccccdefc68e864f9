/**
 * Something wrong with what was handed in, as data. `code` is a key of the problem catalog, which holds the Korean and the English
 * sentence; `field` is the path of the culprit as the user wrote it, such as "activityData[1].unit". It is empty when it is the whole.
 */
export interface Fault {
  readonly code: string;
  readonly field: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** 0 for the head of a request, then the activities in their order. */
const place = ({ field }: Fault): number => {
  const index = /^activityData\[(\d+)\]/.exec(field)?.[1];
  return index === undefined ? 0 : Number(index) + 1;
};

/** Faults from the head down, without those that say the same of the same field. */
export const withoutRepeats = (faults: readonly Fault[]): Fault[] => {
  const seen = new Set<string>();
  const isNew = ({ field, code }: Fault): boolean => {
    const key = `${field} ${code}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  };
  return faults.filter(isNew).sort((a, b) => place(a) - place(b));
};
