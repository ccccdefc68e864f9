import type { FactorSetId, Sector } from './activity-data.js';
import { type Category, categories, categoryOf } from './categories.js';
import type { Estimate, Setting } from './estimate.js';
import type { FactorData, FactorSet, FactorSetRow } from './factor-data.js';
import { dependsOnSector, isOfFuel, type Probe, probesOf } from './factor-probes.js';
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
 * Every reporting year of every set. An open first row stands for its last year; the year after the last row of a set that lends it
 * stands for all that follow.
 */
export const setYears = (data: FactorData): readonly SetYear[] =>
  Object.values(data.factorSets).flatMap((set) =>
    (set?.rows ?? []).flatMap((row, index) => {
      if (set === undefined) return [];
      const lends = index === set.rows.length - 1 && set.afterLastRow === 'last-row';
      const to = lends ? row.to + 1 : row.to;
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

/** The factors of an estimate, each once. */
const usesOf = ({ lines, energy }: Estimate): readonly FactorUse[] => {
  const uses = [...lines.flatMap((line) => line.trace.factors), ...(energy?.factors ?? [])];
  return [...new Map(uses.map((use) => [use.factorId, use])).values()];
};

/** Refusals that hold in every year of every set. */
const lasting: ReadonlySet<string> = new Set([
  'unitOfOtherDimension',
  'unitNotOfQuantity',
  'normalVolumeOfLiquid',
  'cubicMetersOfGas',
  'toeOfElectricity',
  'noMobileRow',
]);

/** Estimates probes; one that is refused for good is not tried again. */
const newEstimates = (data: FactorData) => {
  const refused = new Set<Probe>();
  /** The factors an activity takes; none where its category refuses it. */
  return (probe: Probe, { set, row, year }: SetYear, sector: Sector): readonly FactorUse[] => {
    if (refused.has(probe)) return [];
    const setting: Setting = {
      set,
      row,
      older: year > row.to,
      sector,
      data,
      reportingYear: year,
      gwp: set.gwp.default,
      gwpAlternatives: [],
    };
    try {
      return usesOf(categoryOf(probe.activity.category).estimate(probe.activity, 'probe', setting));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (lasting.has(error.fault.code)) refused.add(probe);
      return [];
    }
  };
};

interface Gathered {
  readonly categories: Set<Category>;
  readonly named: Set<string>;
  readonly sectors: Set<Sector>;
}

const union = <Value>(sets: readonly ReadonlySet<Value>[]): Value[] => [...new Set(sets.flatMap((set) => [...set]))];

/** Half of the probes of a year: those of fuels depend on the revisions of the row alone, all others also on the year. */
type Half = 'fuels' | 'others';

const keyOf = (half: Half, { set, row, year }: SetYear): string =>
  half === 'fuels' ? `fuels ${set.id} ${row.calorific} ${row.co2} ${row.national}` : `others ${set.id} ${year}`;

const usersOf = (halves: readonly ReadonlyMap<string, Gathered>[], { set, row, year }: SetYear): FactorUsers => {
  const ids = new Set(halves.flatMap((half) => [...half.keys()]));
  return new Map(
    [...ids].map((id) => {
      const found = halves.flatMap((half) => half.get(id) ?? []);
      const user: FactorUser = {
        set: set.id,
        row: row.id,
        from: row.from === null ? null : year,
        to: year,
        categories: union(found.map((each) => each.categories)),
        named: union(found.map((each) => each.named)).sort(),
        sectors: union(found.map((each) => each.sectors)),
      };
      return [id, [user]];
    }),
  );
};

/**
 * Tells who takes which records in one year of a set. Nothing is told about the rules of choice a second time: activities of every
 * category are estimated, and what they took is written down.
 */
export const usersByYear = (data: FactorData): ((at: SetYear) => FactorUsers) => {
  const usesAt = newEstimates(data);
  const reports = gwpReports(data);
  // A set that takes a potential takes those of the other reports it allows in the same places.
  const recordsOf = ({ sourceId, role, factorId }: FactorUse, set: FactorSet): readonly string[] => {
    if (sourceId === 'own') return [];
    return role === 'GWP' ? set.gwp.allowed.flatMap((report) => reports.get(factorId)?.get(report) ?? []) : [factorId];
  };
  const gathered = (half: Half, at: SetYear): ReadonlyMap<string, Gathered> => {
    const found = new Map<string, Gathered>();
    const note = (id: string, category: Category, of: readonly Sector[], named: readonly string[]): void => {
      const into = found.get(id) ?? { categories: new Set(), named: new Set(), sectors: new Set() };
      found.set(id, into);
      into.categories.add(category);
      for (const sector of of) into.sectors.add(sector);
      for (const name of named) into.named.add(name);
    };
    for (const category of categories)
      for (const probe of probesOf(category, data).filter((each) => isOfFuel(each) === (half === 'fuels')))
        for (const sector of dependsOnSector(probe) ? sectors : (['manufacturing'] as const))
          for (const use of usesAt(probe, at, sector))
            for (const id of recordsOf(use, at.set)) note(id, category, dependsOnSector(probe) ? [sector] : sectors, probe.named);
    return found;
  };
  const known = new Map<string, ReadonlyMap<string, Gathered>>();
  return (at) => {
    const halves = (['fuels', 'others'] as const).map((half) => {
      const key = keyOf(half, at);
      const found = known.get(key) ?? gathered(half, at);
      known.set(key, found);
      return found;
    });
    return usersOf(halves, at);
  };
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
