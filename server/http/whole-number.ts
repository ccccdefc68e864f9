import { siteProblem } from '../problem/site-problems.js';

/** A count as it stands in a path or a hidden field; null: it is none. */
export const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;

/** A count that the page put into its form. Throws fieldMissing. */
export const wholeField = ({ field }: { field(name: string): string | undefined }, name: string): number => {
  const count = wholeNumber(field(name));
  if (count === null) throw siteProblem('fieldMissing', { name }, name);
  return count;
};
