/** More digits than a double keeps of every whole number: beyond them two different texts can become the same number. */
const mostDigits = 15;

/** A decimal number as digits × 10^exponent, without zeros at either end; zero is no digits and exponent 0. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** Without the zeros at its end. A pattern would take the square of their number when another digit follows. */
const withoutEndZeros = (digits: string): string => {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
};

const decimalOf = (token: string): Decimal => {
  const [mantissa = '', power = '0'] = token.replace(/^-/, '').toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const significant = (whole + fraction).replace(/^0+/, '');
  const digits = withoutEndZeros(significant);
  const exponent = Number(power) - fraction.length + significant.length - digits.length;
  return { digits, exponent: digits === '' ? 0 : exponent };
};

/**
 * What is wrong with a number as it is written, or null: not finite, minus zero, too small to tell from zero, too many digits.
 * Digits are too many when reading them as a double changes the number (the shortest text of the double is another decimal value;
 * trailing zeros and exponents are no difference), or when they make a whole number of more than 15 significant digits.
 */
export const numberFault = (token: string): 'numberNotFinite' | 'negativeZero' | 'numberTooSmall' | 'numberTooLong' | null => {
  const value = Number(token);
  if (!Number.isFinite(value)) return 'numberNotFinite';
  const written = decimalOf(token);
  if (value === 0 && written.digits !== '') return 'numberTooSmall';
  if (Object.is(value, -0)) return 'negativeZero';
  const kept = decimalOf(String(value));
  const isChanged = written.digits !== kept.digits || written.exponent !== kept.exponent;
  const isLongWhole = written.exponent >= 0 && written.digits.length > mostDigits;
  return isChanged || isLongWhole ? 'numberTooLong' : null;
};
