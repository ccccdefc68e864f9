import { exactSum } from '../../domain/exact-sum.js';
import type { Edition, MonthlyQuestion } from '../edition.js';
import { numberText } from '../numbers.js';
import { monthParts } from '../read-answer.js';
import type { SheetEntry } from '../sheet-entry.js';
import type { Bill, ReadBills } from './read-bills.js';

/** Whether the amounts of the bills hold value added tax; `separate`: it stands in a column of its own. */
export type BillVat = 'with' | 'without' | 'separate' | 'unknown';
export const billVats: readonly BillVat[] = ['unknown', 'without', 'with', 'separate'];

/** What bills are put where. */
export interface BillWish {
  readonly question: MonthlyQuestion;
  readonly unit: string;
  readonly vat: BillVat;
  /** One customer number, or null: all of them added up. */
  readonly customer: string | null;
  readonly year: number;
}

export type BillNoteCode =
  | 'otherYears'
  | 'missingMonths'
  | 'missingOfCustomer'
  | 'chooseCustomer'
  | 'costPartly'
  | 'costVat'
  | 'costAbsent';

/** Something to know of what is put into the form. */
export interface BillNote {
  readonly code: BillNoteCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface BillPlan {
  /** As if they stood in a filled-in form. */
  readonly entries: readonly SheetEntry[];
  readonly notes: readonly BillNote[];
}

/** The question what it cost, and whether it is asked with value added tax; null: nobody asks. */
export const costOf = ({ mappings }: MonthlyQuestion): { readonly question: string; readonly vatIncluded: boolean } | null => {
  const money = (mappings ?? []).flatMap((mapping) => (mapping.kind === 'activity' && mapping.money !== null ? [mapping.money] : []))[0];
  return money === undefined ? null : { question: money.from, vatIncluded: money.vatIncluded };
};

/** The questions that bills can fill. */
export const billQuestions = (edition: Pick<Edition, 'sections'>): readonly MonthlyQuestion[] =>
  edition.sections.flatMap(({ questions }) => questions.filter((question): question is MonthlyQuestion => question.type === 'monthly'));

// Sums of a few numbers with at most 15 digits: what is beyond is the noise of adding.
const added = (numbers: readonly number[]): number => exactSum(numbers);

/** The amount as the form asks for it; null when that cannot be told. */
const wonOf = ({ won, vat }: Bill, given: BillVat, wanted: boolean): number | null => {
  if (won === null || given === 'unknown') return null;
  if (given === 'separate') return wanted ? won : vat === null ? null : added([won, -vat]);
  return (given === 'with') === wanted ? won : null;
};

const monthNumbers = (months: readonly string[]): string => months.map((month) => Number(month.slice(5))).join(', ');

/** What the bills of the reporting year put into the form. A month of which one customer's bill is missing is left out, and told. */
export const billPlan = ({ bills, customers }: ReadBills, { question, unit, vat, customer, year }: BillWish): BillPlan => {
  const notes: BillNote[] = [];
  const note = (code: BillNoteCode, values: BillNote['values'] = {}): void => void notes.push({ code, values });
  const chosen = customer === null ? customers : [customer];
  const ofYear = bills.filter((bill) => bill.month.startsWith(`${year}-`) && chosen.includes(bill.customer));
  const others = [...new Set(bills.filter(({ month }) => !month.startsWith(`${year}-`)).map(({ month }) => month))].sort();
  if (others.length > 0) note('otherYears', { months: others.join(', '), year });
  const months = monthParts.map((part) => `${year}-${part.slice(1)}`);
  const entry = (to: string, part: string, text: string, address: string): SheetEntry => ({
    question: to,
    part,
    address,
    text,
    shown: text,
    isComputed: false,
    fault: null,
  });
  const missing: string[] = [];
  const entries = months.flatMap((month, at) => {
    const found = ofYear.filter((bill) => bill.month === month && bill.quantity !== null);
    const absent = chosen.filter((one) => !found.some((bill) => bill.customer === one));
    if (found.length === 0) missing.push(month);
    else if (absent.length > 0) note('missingOfCustomer', { month: Number(month.slice(5)), customers: absent.join(', ') });
    if (found.length === 0 || absent.length > 0) return [];
    const sum = added(found.map(({ quantity }) => quantity as number));
    return [entry(question.id, monthParts[at] as string, numberText(sum), found.map(({ address }) => address).join('+'))];
  });
  if (missing.length > 0) note('missingMonths', { months: monthNumbers(missing) });
  const cost = costOf(question);
  const amounts = months.map((month) => {
    const found = ofYear.filter((bill) => bill.month === month);
    const won = found.map((bill) => wonOf(bill, vat, cost?.vatIncluded ?? false));
    return found.length === chosen.length && won.every((one): one is number => one !== null) ? added(won) : null;
  });
  const hasWon = ofYear.some(({ won }) => won !== null);
  const whole = amounts.filter((one): one is number => one !== null);
  const costs: SheetEntry[] = [];
  if (cost !== null && hasWon) {
    const at = ofYear.map(({ wonAddress }) => wonAddress);
    if (whole.length === 12) costs.push(entry(cost.question, '', numberText(added(whole)), `${at[0] ?? ''}…${at.at(-1) ?? ''}`));
    else if (whole.length > 0) note('costPartly', { months: whole.length });
    else note('costVat');
  } else if (cost !== null) note('costAbsent');
  const units = entries.length === 0 || question.units.length < 2 ? [] : [entry(question.id, 'unit', unit, entries[0]?.address ?? '')];
  return { entries: [...entries, ...units, ...costs], notes };
};
