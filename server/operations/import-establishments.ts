import type { Establishment } from '../persistence/establishments.js';
import { AlreadyThere } from '../persistence/store.js';
import { adminProblem } from '../problem/admin-problems.js';
import type { Problem } from '../problem/problem.js';
import type { Site } from '../site.js';
import { formatBusinessNumber } from '../survey/business-number.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import {
  type EstablishmentFacts,
  factsReader,
  type RegisterColumn,
  registerColumns,
  type TypedEstablishment,
} from './establishment-facts.js';
import { importLimits } from './read-register-file.js';
import { securityEntry } from './security-entry.js';

/** How each column may be called in the first line, besides its own name. */
export type ColumnNames = Readonly<Record<RegisterColumn, readonly string[]>>;

/** One row of a file, and what would become of it. `there`: the register has this number under this name; nothing is changed. */
export interface CheckedRow {
  /** As a spreadsheet numbers it: the header is 1. */
  readonly line: number;
  readonly typed: TypedEstablishment;
  readonly outcome: 'new' | 'there' | 'wrong';
  readonly faults: readonly Problem[];
}

export interface ImportReport {
  readonly rows: readonly CheckedRow[];
  readonly counts: Readonly<Record<CheckedRow['outcome'], number>>;
}

type Rows = readonly (readonly string[])[];

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '').toLowerCase();

/** Which column stands where. Throws columnUnknown, columnMissing. */
const placesOf = (header: readonly string[], names: ColumnNames): ReadonlyMap<RegisterColumn, number> => {
  const places = new Map<RegisterColumn, number>();
  header.forEach((cell, at) => {
    const column = registerColumns.find((one) => [one, ...names[one]].some((name) => tidy(name) === tidy(cell)));
    if (column === undefined || places.has(column)) throw adminProblem('columnUnknown', { column: cell.slice(0, 60) }, 'file');
    places.set(column, at);
  });
  for (const column of ['name', 'businessNumber'] as const)
    if (!places.has(column)) throw adminProblem('columnMissing', { column: names[column][0] ?? column }, 'file');
  return places;
};

interface Read {
  readonly row: CheckedRow;
  readonly facts: EstablishmentFacts;
}

const checked = async (site: Site, who: AccountHolder, rows: Rows, names: ColumnNames): Promise<readonly Read[]> => {
  const [header = [], ...body] = rows;
  const places = placesOf(header, names);
  const read = factsReader(site, who);
  const first = new Map<string, number>();
  const parsed = body.map((cells, index) => {
    const line = index + 2;
    const cell = (column: RegisterColumn): string => cells[places.get(column) ?? -1] ?? '';
    const typed = Object.fromEntries(registerColumns.map((column) => [column, cell(column)])) as TypedEstablishment;
    const { facts, faults: found } = read(typed);
    const faults = [...found];
    if (cells.length !== header.length) faults.push(adminProblem('rowWidth', { count: cells.length, wanted: header.length }));
    const { businessNumber: number } = facts;
    if (typed.businessNumber.trim() === '') faults.push(adminProblem('businessNumberNeeded', {}, 'businessNumber'));
    if (number !== null) {
      const before = first.get(number);
      if (before === undefined) first.set(number, line);
      else faults.push(adminProblem('numberTwice', { number: formatBusinessNumber(number), line: before }, 'businessNumber'));
    }
    return { line, typed, facts, faults };
  });
  const known = new Map(
    (await site.store.establishments.withBusinessNumbers([...first.keys()])).map((one) => [one.businessNumber, one.name] as const),
  );
  return parsed.map(({ line, typed, facts, faults }) => {
    const name = known.get(facts.businessNumber);
    const isThere = facts.businessNumber !== null && name !== undefined;
    if (isThere && name !== facts.name)
      faults.push(
        adminProblem('numberElsewhere', { number: formatBusinessNumber(facts.businessNumber ?? ''), name: name ?? '' }, 'businessNumber'),
      );
    const outcome = faults.length > 0 ? 'wrong' : isThere ? 'there' : 'new';
    return { facts, row: { line, typed, outcome, faults } };
  });
};

const reportOf = (read: readonly Read[]): ImportReport => {
  const rows = read.map(({ row }) => row);
  const count = (outcome: CheckedRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return { rows, counts: { new: count('new'), there: count('there'), wrong: count('wrong') } };
};

/**
 * Says of every row of a file what is wrong with it and what would become of it. Stores nothing.
 * @param rows header first
 * Throws columnUnknown, columnMissing.
 */
export const checkImport = async (site: Site, who: AccountHolder, rows: Rows, names: ColumnNames): Promise<ImportReport> =>
  reportOf(await checked(site, who, rows, names));

/** The rows as they come back from the page that showed the report. Throws importChanged. */
export const rowsFromText = (text: string): Rows => {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    throw adminProblem('importChanged', {}, 'file');
  }
  const isRow = (row: unknown): row is readonly string[] => Array.isArray(row) && row.every((cell) => typeof cell === 'string');
  if (!Array.isArray(rows) || rows.length < 2 || rows.length > importLimits.rows + 1 || !rows.every(isRow))
    throw adminProblem('importChanged', {}, 'file');
  return rows;
};

/**
 * Adds the new establishments of a file: all of them or, when a single row is wrong by now, none.
 * Throws importChanged, columnUnknown, columnMissing.
 */
export const importEstablishments = async (site: Site, who: AccountHolder, rows: Rows, names: ColumnNames): Promise<ImportReport> => {
  const read = await checked(site, who, rows, names);
  const report = reportOf(read);
  if (report.counts.wrong > 0) throw adminProblem('importChanged', {}, 'file');
  const now = site.clock.now();
  const toAdd: readonly Establishment[] = read
    .filter(({ row }) => row.outcome === 'new')
    .map(({ facts }) => ({ id: site.random.uuid(), ...facts, example: null, createdAt: now }));
  const [one] = toAdd;
  if (one === undefined) return report;
  const subject = { kind: 'account', id: who.accountId } as const;
  const entry = securityEntry(site, holderActor(who), { action: 'register.import', subject, facts: { count: toAdd.length } });
  try {
    await site.store.transaction(async (within) => {
      if ((await within.establishments.byId(one.id)) !== null) return;
      for (const establishment of toAdd) await within.establishments.add(establishment);
      await within.auditEntries.add(entry);
    });
  } catch (error) {
    // Somebody else added one of them since the report.
    if (error instanceof AlreadyThere) throw adminProblem('importChanged', {}, 'file');
    throw error;
  }
  return report;
};
