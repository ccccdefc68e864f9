import { plainText } from '../plain-text.js';
import type { FileCell, Workbook } from '../workbook.js';

/** A cell of a bill file, as it goes through the page and back. */
export type BillCell = Pick<FileCell, 'row' | 'column' | 'text' | 'kind'>;

/** The sheet of a file that holds the bills. */
export interface BillTable {
  readonly sheet: string;
  readonly cells: readonly BillCell[];
}

/** What a column of a bill holds. */
export type BillRole = 'month' | 'quantity' | 'won' | 'vat' | 'customer';
export const billRoles: readonly BillRole[] = ['month', 'quantity', 'won', 'vat', 'customer'];

/** Which column holds what; null: none does. */
export type BillColumns = Readonly<Record<BillRole, number | null>>;

/** A row of titles, and what their columns seem to hold. */
export interface BillHeader {
  readonly row: number;
  /** The titles in their order: what tells that two files are made by the same program. */
  readonly signature: string;
  readonly titles: readonly { readonly column: number; readonly text: string }[];
  readonly guess: BillColumns;
  /** The unit that the title of the quantity names, as `Nm3`, `MJ`, `kWh`; null: none. */
  readonly unit: string | null;
  /** What the title of the amount says of value added tax; null: nothing. */
  readonly vat: 'with' | 'without' | null;
}

const squeezed = (text: string): string =>
  plainText(text)
    .replace(/[\s_.·/]+/g, '')
    .toLowerCase();

/** The titles that bills use, best first. Formats of suppliers are not known from originals; docs/spreadsheets.md says so. */
const words: Readonly<Record<BillRole, readonly RegExp[]>> = {
  month: [/^(사용|청구|고지)?[년연]월/, /(사용|청구|고지|검침)월/, /월분|[년연]월/, /^(billing)?month$|yearmonth/, /^월$/],
  quantity: [
    /(사용|전력)량.*(kwh|㎥|m3|m³|nm3|mj)/,
    /사용전력량|전력사용량/,
    /^(kwh|㎥|m3|mj)$/,
    /사용열량/,
    /보정.*량/,
    /사용량/,
    /consumption|usage/,
  ],
  won: [
    /공급가액/,
    /(전기|가스)요금계|요금소계/,
    /(전기|가스|사용|기본)?요금(합계|계)?$/,
    /(청구|납부|고지)(금액|요금|액)/,
    /금액|요금/,
    /amount|cost|charge/,
  ],
  vat: [/부가가치세|부가세|^vat$/],
  customer: [/고객번호|계약번호|납부자번호|사용자번호|수용가번호/, /customer|account/],
};

const placeOf = (role: BillRole, title: string): number => {
  const at = words[role].findIndex((pattern) => pattern.test(squeezed(title)));
  return at < 0 ? Number.POSITIVE_INFINITY : at;
};

/** The column whose title says best what a role is; of equals the first. */
const guessed = (titles: BillHeader['titles'], role: BillRole, taken: ReadonlySet<number>): number | null => {
  const best = titles
    .filter(({ column }) => !taken.has(column))
    .map(({ column, text }) => ({ column, place: placeOf(role, text) }))
    .reduce<{ column: number; place: number } | null>(
      (found, one) => (one.place < (found?.place ?? Number.POSITIVE_INFINITY) ? one : found),
      null,
    );
  return best?.column ?? null;
};

const guessOf = (titles: BillHeader['titles']): BillColumns => {
  const taken = new Set<number>();
  const found: Partial<Record<BillRole, number | null>> = {};
  for (const role of ['customer', 'month', 'vat', 'quantity', 'won'] as const) {
    const column = guessed(titles, role, taken);
    found[role] = column;
    if (column !== null) taken.add(column);
  }
  return found as BillColumns;
};

const unitIn = (title: string): string | null => {
  const text = squeezed(title);
  if (/mwh/.test(text)) return 'MWh';
  if (/kwh|전력량/.test(text)) return 'kWh';
  if (/mj|열량/.test(text)) return 'MJ';
  return /㎥|m3|m³/.test(text) ? 'Nm3' : null;
};

const vatIn = (title: string): BillHeader['vat'] => {
  const text = squeezed(title);
  if (/부가(가치)?세(제외|별도)|vat(제외|별도)|공급가액|요금계/.test(text)) return 'without';
  return /부가(가치)?세포함|vat포함|청구|납부|고지/.test(text) ? 'with' : null;
};

/** Rows in which titles are looked for; programs put names and periods above them. */
const searched = 40;
const longest = 600;

const headerIn = (cells: readonly BillCell[]): BillHeader => {
  const titles = cells.map(({ column, text }) => ({ column, text: plainText(text) }));
  const guess = guessOf(titles);
  const titleOf = (column: number | null): string => titles.find((one) => one.column === column)?.text ?? '';
  return {
    row: cells[0]?.row ?? 1,
    signature: titles
      .map(({ text }) => squeezed(text))
      .join('|')
      .slice(0, longest),
    titles,
    guess,
    unit: unitIn(titleOf(guess.quantity)),
    vat: vatIn(titleOf(guess.won)),
  };
};

const scoreOf = ({ guess }: BillHeader): number =>
  guess.month === null || (guess.quantity === null && guess.won === null) ? 0 : billRoles.filter((role) => guess[role] !== null).length;

/** The sheet and the row of titles that look most like bills; null when none does. */
export const findBills = (workbook: Workbook): { readonly table: BillTable; readonly header: BillHeader } | null => {
  const found = workbook.sheets.flatMap(({ name, cells }) => {
    const table: BillTable = { sheet: name, cells: cells.map(({ row, column, text, kind }) => ({ row, column, text, kind })) };
    const rows = [...new Set(cells.map(({ row }) => row))].slice(0, searched);
    return rows.map((row) => ({ table, header: headerIn(table.cells.filter((cell) => cell.row === row && cell.kind === 'text')) }));
  });
  const best = found.reduce<(typeof found)[number] | null>(
    (one, other) => (one === null || scoreOf(other.header) > scoreOf(one.header) ? other : one),
    null,
  );
  return best === null || scoreOf(best.header) === 0 ? null : best;
};

/** The header that stands in a row of a table. */
export const headerAt = (table: BillTable, row: number): BillHeader =>
  headerIn(table.cells.filter((cell) => cell.row === row && cell.kind === 'text'));
