import type { Industry } from './planner-data.js';

/**
 * A KSIC code as the catalog writes it, with its section letter: "24311", "c24311" and "C24311" give "C24311".
 * Null when its division (first two digits) is not a division of the classification, or the letter does not belong to it.
 * Deeper digits are not held against the list: revisions split and merge them.
 */
export const normalIndustryCode = (typed: string, industries: readonly Industry[]): string | null => {
  const parts = /^([A-U])?(\d{2,5})$/.exec(typed.trim().toUpperCase());
  const digits = parts?.[2];
  if (digits === undefined) return null;
  const division = industries.find((industry) => industry.code.length === 3 && industry.code.slice(1) === digits.slice(0, 2));
  if (division === undefined) return null;
  const section = division.code.slice(0, 1);
  return parts?.[1] === undefined || parts[1] === section ? section + digits : null;
};

/** Whether a code lies below one of the given beginnings. */
export const within = (code: string, beginnings: readonly string[]): boolean => beginnings.some((beginning) => code.startsWith(beginning));

/** The longest of the beginnings that the code lies below; null when it lies below none. */
export const longestBeginning = (code: string, beginnings: readonly string[]): string | null =>
  beginnings
    .filter((beginning) => code.startsWith(beginning))
    .reduce<string | null>((best, next) => (next.length > (best?.length ?? 0) ? next : best), null);
