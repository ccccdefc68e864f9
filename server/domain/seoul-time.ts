/** Korea keeps one time the whole year, nine hours ahead of UTC; no rule of the product looks at the years of summer time before 1989. */
const ahead = 9 * 60 * 60 * 1000;

/** The day in Seoul, YYYY-MM-DD, whatever zone the machine is set to. */
export const seoulDay = (at: Date): string => new Date(at.getTime() + ahead).toISOString().slice(0, 10);

/** The year in Seoul. */
export const seoulYear = (at: Date): number => Number(seoulDay(at).slice(0, 4));
