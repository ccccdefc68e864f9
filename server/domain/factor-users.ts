import type { FactorSetId, Sector } from './activity-data.js';
import { type ActivityData, type Category, categories, categoryOf } from './categories.js';
import type { Estimate, Setting } from './estimate.js';
import type { FactorData, FactorSet, FactorSetRow } from './factor-data.js';
import { heatProbesOf, probesOf } from './factor-probes.js';
import type { FactorUse } from './inventory.js';
import { Refusal } from './refusal.js';

/** That a factor set takes a record in some reporting years, and for what. */
export interface FactorUser {
  readonly set: FactorSetId;
  /** The row of the set by which it is taken. */
  readonly row: string;
  /** The reporting years; null where the row is open towards the past. */
  readonly from: number | null;
  readonly to: number;
  readonly categories: readonly Category[];
  /** Fuels, gases, suppliers: what the activities named. */
  readonly named: readonly string[];
  readonly sectors: readonly Sector[];
}

/** The users of every record that any calculation takes. */
export type FactorUsers = ReadonlyMap<string, readonly FactorUser[]>;

/** A reporting year of a set. */
export interface SetYear {
  readonly set: FactorSet;
  readonly row: FactorSetRow;
  readonly year: number;
}

const sectors: readonly Sector[] = ['energy', 'manufacturing', 'commercial', 'residential'];

/**
 * Every reporting year of every set; an open first row stands for its last year.
 * @param lastYear the last year to look at, for sets that lend their last row
 */
export const setYears = (data: FactorData, lastYear: number): readonly SetYear[] =>
  Object.values(data.factorSets).flatMap((set) =>
    (set?.rows ?? []).flatMap((row, index) => {
      if (set === undefined) return [];
      const lends = index === set.rows.length - 1 && set.afterLastRow === 'last-row';
      const to = lends ? Math.max(row.to, lastYear) : row.to;
      const first = row.from ?? to;
      return Array.from({ length: to - first + 1 }, (_, at) => ({ set, row, year: first + at }));
    }),
  );

/** By the id of a global warming potential, the ids of the same gas in every report. */
const gwpReports = (data: FactorData): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const byGas = new Map<string, Map<string, string>>();
  const byId = new Map<string, ReadonlyMap<string, string>>();
  for (const [key, record] of Object.entries(data.gwp)) {
    if (record === undefined) continue;
    const [report = '', ...gas] = key.split(' ');
    const reports = byGas.get(gas.join(' ')) ?? new Map<string, string>();
    byGas.set(gas.join(' '), reports.set(report, record.id));
    byId.set(record.id, reports);
  }
  return byId;
};

const usesOf = ({ lines, energy }: Estimate): readonly FactorUse[] => [
  ...lines.flatMap((line) => line.trace.factors),
  ...(energy?.factors ?? []),
];

/** What an activity comes to; null where the category refuses it. */
const estimateOf = (activity: ActivityData, setting: Setting): Estimate | null => {
  try {
    return categoryOf(activity.category).estimate(activity, 'probe', setting);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

interface Gathered {
  readonly categories: Set<Category>;
  readonly named: Set<string>;
  readonly sectors: Set<Sector>;
}

/**
 * Who takes which records in one year of a set. Nothing is told about the rules of choice a second time: activities of every category
 * are estimated, and what they took is written down.
 */
export const usersInYear = ({ set, row, year }: SetYear, data: FactorData): FactorUsers => {
  const gathered = new Map<string, Gathered>();
  const reports = gwpReports(data);
  // A set that takes a potential takes those of the other reports it allows in the same places.
  const recordsOf = ({ sourceId, role, factorId }: FactorUse): readonly string[] => {
    if (sourceId === 'own') return [];
    return role === 'GWP' ? set.gwp.allowed.flatMap((report) => reports.get(factorId)?.get(report) ?? []) : [factorId];
  };
  for (const category of categories) {
    for (const sector of sectors) {
      const setting: Setting = { set, row, older: year > row.to, sector, data, reportingYear: year, gwp: set.gwp.default };
      for (const { activity, named } of sector === 'manufacturing' ? probesOf(category, data) : heatProbesOf(category, data)) {
        const estimate = estimateOf(activity, setting);
        for (const id of estimate === null ? [] : usesOf(estimate).flatMap(recordsOf)) {
          const found = gathered.get(id) ?? { categories: new Set(), named: new Set(), sectors: new Set() };
          gathered.set(id, found);
          found.categories.add(category);
          found.sectors.add(sector);
          for (const name of named) found.named.add(name);
        }
      }
    }
  }
  const userOf = (found: Gathered): FactorUser => ({
    set: set.id,
    row: row.id,
    from: row.from === null ? null : year,
    to: year,
    categories: [...found.categories],
    named: [...found.named].sort(),
    sectors: [...found.sectors],
  });
  return new Map([...gathered].map(([id, found]) => [id, [userOf(found)]]));
};

const continues = (last: FactorUser | undefined, next: FactorUser): last is FactorUser =>
  last !== undefined &&
  last.row === next.row &&
  last.to + 1 === next.from &&
  last.categories.join() === next.categories.join() &&
  last.named.join() === next.named.join() &&
  last.sectors.join() === next.sectors.join();

/** Puts the years together, in their order; neighboring years of a row with the same users become one. */
export const joinUsers = (years: readonly FactorUsers[]): FactorUsers => {
  const joined = new Map<string, FactorUser[]>();
  for (const [id, users] of years.flatMap((year) => [...year])) {
    const all = joined.get(id) ?? [];
    joined.set(id, all);
    for (const next of users) {
      const last = all.at(-1);
      if (continues(last, next)) all[all.length - 1] = { ...last, to: next.to };
      else all.push(next);
    }
  }
  return joined;
};
