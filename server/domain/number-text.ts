/** More digits than a double can keep: beyond them two different texts become the same number. */
const mostDigits = 15;

const significantDigits = (token: string): number =>
  token
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '').length;

/** What is wrong with a number as it is written, or null: not finite, minus zero, too small to tell from zero, too many digits. */
export const numberFault = (token: string): 'numberNotFinite' | 'negativeZero' | 'numberTooSmall' | 'numberTooLong' | null => {
  const value = Number(token);
  if (!Number.isFinite(value)) return 'numberNotFinite';
  if (value === 0 && significantDigits(token) > 0) return 'numberTooSmall';
  if (Object.is(value, -0)) return 'negativeZero';
  return significantDigits(token) > mostDigits ? 'numberTooLong' : null;
};
