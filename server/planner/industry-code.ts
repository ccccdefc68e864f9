/** First and last division of each section of the KSIC (revisions 10 and 11; numbers between that do not exist are left out below). */
const sections: readonly (readonly [section: string, first: number, last: number])[] = [
  ['A', 1, 3],
  ['B', 5, 8],
  ['C', 10, 34],
  ['D', 35, 35],
  ['E', 36, 39],
  ['F', 41, 42],
  ['G', 45, 47],
  ['H', 49, 52],
  ['I', 55, 56],
  ['J', 58, 63],
  ['K', 64, 66],
  ['L', 68, 68],
  ['M', 70, 73],
  ['N', 74, 76],
  ['O', 84, 84],
  ['P', 85, 85],
  ['Q', 86, 87],
  ['R', 90, 91],
  ['S', 94, 96],
  ['T', 97, 98],
  ['U', 99, 99],
];

/** The section letter of a code of two to five digits; null when its division does not exist. "24311" -> "C". */
export const sectionOf = (digits: string): string | null => {
  const division = Number(digits.slice(0, 2));
  return sections.find(([, first, last]) => division >= first && division <= last)?.[0] ?? null;
};

/**
 * A KSIC code with its section letter: "24311", "c24311" and "C24311" give "C24311".
 * Null when it is no code of two to five digits, its division does not exist, or the letter does not belong to it.
 * Deeper digits are not held against a list: revisions split and merge them.
 */
export const normalIndustryCode = (typed: string): string | null => {
  const parts = /^([A-U])?(\d{2,5})$/.exec(typed.trim().toUpperCase());
  const digits = parts?.[2];
  if (digits === undefined) return null;
  const section = sectionOf(digits);
  if (section === null) return null;
  return parts?.[1] === undefined || parts[1] === section ? section + digits : null;
};

/** Whether a code lies below one of the given beginnings. */
export const within = (code: string, beginnings: readonly string[]): boolean => beginnings.some((beginning) => code.startsWith(beginning));

/** The longest of the beginnings that the code lies below; null when it lies below none. */
export const longestBeginning = (code: string, beginnings: readonly string[]): string | null =>
  beginnings
    .filter((beginning) => code.startsWith(beginning))
    .reduce<string | null>((best, next) => (next.length > (best?.length ?? 0) ? next : best), null);
