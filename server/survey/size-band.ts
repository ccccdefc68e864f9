/** Bands of the number of people who work at an establishment, as the register keeps them. */
export const sizeBands = ['1-9', '10-49', '50-99', '100-299', '300+'] as const;
export type SizeBand = (typeof sizeBands)[number];

/** The most workers of each band but the last. */
const most = [9, 49, 99, 299] as const;

/** The band of a number of workers; null where nobody works. */
export const bandOfWorkers = (workers: number): SizeBand | null => {
  if (workers < 1) return null;
  const at = most.findIndex((limit) => workers <= limit);
  return sizeBands[at === -1 ? most.length : at] ?? null;
};

export const isSizeBand = (text: string): text is SizeBand => sizeBands.some((band) => band === text);
