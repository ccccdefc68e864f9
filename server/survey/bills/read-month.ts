import { plainText } from '../plain-text.js';
import type { BillCell } from './bill-table.js';

/** "2025-01"; or why it is none. */
export type ReadMonth = { readonly month: string } | { readonly fault: 'monthYear' | 'monthDay' | 'monthPeriod' | 'notMonth' };

const forms: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})$/,
  /^(\d{4})\. ?(\d{1,2})\.?$/,
  /^(\d{4})\/(\d{1,2})$/,
  /^(\d{4})(\d{2})$/,
  /^(\d{4})년 ?(\d{1,2})월 ?분?$/,
];

/**
 * The month of a bill, as bills write it: 2025-01, 2025.01, 2025/1, 202501, 2025년 1월(분); a date that a spreadsheet made of one is its first
 * day. A year of two digits, a month without a year and a period over two months are asked about.
 */
export const readMonth = ({ text, kind }: Pick<BillCell, 'text' | 'kind'>): ReadMonth => {
  const plain = plainText(text);
  if (/[~∼]|부터/.test(plain)) return { fault: 'monthPeriod' };
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain);
  if (day !== null) return day[3] === '01' && kind === 'date' ? { month: `${day[1]}-${day[2]}` } : { fault: 'monthDay' };
  const match = forms.map((form) => form.exec(plain)).find((found) => found !== null);
  if (match === undefined || match === null)
    return { fault: /^\d{1,2}(월|월분)?$|^['’]?\d{2}[-./년] ?\d{1,2}(월|월분)?\.?$/.test(plain) ? 'monthYear' : 'notMonth' };
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? { month: `${match[1]}-${String(month).padStart(2, '0')}` } : { fault: 'notMonth' };
};
