/** Bands of the number of people who work at an establishment, as the register keeps them. */
export const sizeBands = ['1-9', '10-49', '50-99', '100-299', '300+'] as const;
export type SizeBand = (typeof sizeBands)[number];

export const isSizeBand = (text: string): text is SizeBand => sizeBands.some((band) => band === text);
