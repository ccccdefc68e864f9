import type { UnitChoice } from '../edition.js';
import { readMoney, readNumber } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { addressOf } from '../workbook.js';
import type { BillCell, BillColumns, BillRole, BillTable } from './bill-table.js';
import { readMonth } from './read-month.js';

/** One bill: a customer number's month. */
export interface Bill {
  /** Empty where the file has no customer numbers. */
  readonly customer: string;
  readonly month: string;
  readonly quantity: number | null;
  readonly won: number | null;
  readonly vat: number | null;
  readonly address: string;
  /** Of the amount; of the bill where it has none. */
  readonly wonAddress: string;
}

export type BillFaultCode = 'monthYear' | 'monthDay' | 'monthPeriod' | 'notMonth' | 'billNumber' | 'billTotal' | 'billSame' | 'billDiffers';

export interface BillFault {
  readonly address: string;
  readonly code: BillFaultCode;
  readonly text: string;
  /** Another cell that it is about. */
  readonly other: string;
}

export interface ReadBills {
  readonly bills: readonly Bill[];
  readonly customers: readonly string[];
  readonly faults: readonly BillFault[];
}

const isTotal = (text: string): boolean => /^(합계|소계|총계|총합계|누계|계|total|sum)$/i.test(plainText(text).replaceAll(' ', ''));

/** "12,345 kWh" in a column of kWh says no more than 12,345. */
const withoutUnit = (text: string, unit: UnitChoice | undefined): string => {
  const plain = plainText(text);
  const names = unit === undefined ? [] : [unit.id, unit.text.ko, unit.text.en, ...(unit.id === 'Nm3' ? ['㎥', 'm3', 'm³'] : [])];
  const found = names.find((name) => plain.toLowerCase().endsWith(name.toLowerCase()));
  return found === undefined ? plain : plain.slice(0, -found.length).trim();
};

const rowsBelow = (table: BillTable, header: number): ReadonlyMap<number, readonly BillCell[]> => {
  const rows = new Map<number, BillCell[]>();
  for (const cell of table.cells)
    if (cell.row > header && cell.text.trim() !== '') rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return rows;
};

/** Of one customer's month two bills: equal ones are one, others are both left out. */
const withoutTwice = (bills: readonly Bill[], report: (fault: BillFault) => void): readonly Bill[] => {
  const first = new Map<string, Bill>();
  const spoiled = new Set<string>();
  for (const bill of bills) {
    const key = `${bill.customer}\n${bill.month}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, bill);
    else {
      const isSame = before.quantity === bill.quantity && before.won === bill.won && before.vat === bill.vat;
      report({ address: bill.address, code: isSame ? 'billSame' : 'billDiffers', text: bill.month, other: before.address });
      if (!isSame) spoiled.add(key);
    }
  }
  return [...first].flatMap(([key, bill]) => (spoiled.has(key) ? [] : [bill]));
};

/** Reads the bills below a header. What cannot be read is told with its cell, and its bill is left out whole. */
export const readBills = (table: BillTable, header: number, columns: BillColumns, unit: UnitChoice | undefined): ReadBills => {
  const faults: BillFault[] = [];
  const found: Bill[] = [];
  for (const cells of rowsBelow(table, header).values()) {
    const cellOf = (role: BillRole): BillCell | undefined => cells.find(({ column }) => column === columns[role]);
    const at = (cell: BillCell): string => addressOf(table.sheet, cell);
    const report = (cell: BillCell, code: BillFaultCode): void => void faults.push({ address: at(cell), code, text: cell.text, other: '' });
    const month = cellOf('month');
    const amounts = (['quantity', 'won', 'vat'] as const).map((role) => ({ role, cell: cellOf(role) }));
    if (amounts.every(({ cell }) => cell === undefined)) continue;
    const total = cells.find(({ text }) => isTotal(text));
    if (total !== undefined || month === undefined) {
      report(total ?? (cells[0] as BillCell), total === undefined ? 'notMonth' : 'billTotal');
      continue;
    }
    const read = readMonth(month);
    if ('fault' in read) {
      report(month, read.fault);
      continue;
    }
    const numbers = amounts.map(({ role, cell }) => {
      if (cell === undefined) return null;
      const result = role === 'quantity' ? readNumber(withoutUnit(cell.text, unit)) : readMoney(cell.text);
      if (!result.ok) report(cell, 'billNumber');
      return result.ok ? result.value : Number.NaN;
    });
    if (numbers.some((number) => Number.isNaN(number))) continue;
    const [quantity = null, won = null, vat = null] = numbers;
    found.push({
      customer: plainText(cellOf('customer')?.text ?? ''),
      month: read.month,
      quantity,
      won,
      vat,
      address: at(cellOf('quantity') ?? cellOf('won') ?? month),
      wonAddress: at(cellOf('won') ?? month),
    });
  }
  const bills = withoutTwice(found, (fault) => faults.push(fault));
  return { bills, customers: [...new Set(bills.map(({ customer }) => customer))].sort(), faults };
};
