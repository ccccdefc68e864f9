import { plainText } from './plain-text.js';

const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** The ten digits of a business registration number (사업자등록번호) as typed, with or without hyphens; null when there are not ten. */
export const businessNumberDigits = (typed: string): string | null => {
  const digits = plainText(typed).replace(/[ -]/g, '');
  return /^\d{10}$/.test(digits) ? digits : null;
};

/**
 * Whether the tenth digit fits the nine before it: weights 1, 3, 7, 1, 3, 7, 1, 3, 5, plus the tens of five times the ninth.
 * @param digits ten digits
 */
export const businessNumberHolds = (digits: string): boolean => {
  const at = (index: number): number => Number(digits[index]);
  const sum = weights.reduce((total, weight, index) => total + weight * at(index), 0) + Math.floor((at(8) * 5) / 10);
  return (10 - (sum % 10)) % 10 === at(9);
};

/** Ten digits as they are printed: 123-45-67890. */
export const formatBusinessNumber = (digits: string): string => digits.replace(/^(\d{3})(\d{2})(\d{5})$/, '$1-$2-$3');
