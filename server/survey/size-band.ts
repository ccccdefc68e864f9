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

/** The band of a number of people; null for nobody. */
export const sizeBandOf = (workers: number): SizeBand | null => {
  if (workers < 1) return null;
  if (workers < 10) return '1-9';
  if (workers < 50) return '10-49';
  if (workers < 100) return '50-99';
  return workers < 300 ? '100-299' : '300+';
};
