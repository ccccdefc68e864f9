import { Double } from '../../bson/values.js';
import type { Numeric } from '../../order/numbers.js';

/** A double as MongoDB writes it: shortest digits, no ".0", exponents with sign and two digits. */
const doubleText = (value: number): string => {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (Object.is(value, -0)) return '-0';
  const size = Math.abs(value);
  // 17 significant digits are the border between plain and exponent form.
  if (size !== 0 && (size >= 1e17 || size < 1e-5)) return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  return String(value);
};

/** A number of any type as text. */
export const textOf = (value: Numeric): string => {
  if (typeof value === 'number') return doubleText(value);
  return value instanceof Double ? doubleText(value.value) : value.toString();
};
