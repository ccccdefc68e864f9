/** A login name as it is kept and compared: composed, full-width letters made plain, lower case. */
export const loginNameOf = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();
