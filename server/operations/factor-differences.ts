import type { FactorData } from '../domain/factor-data.js';

type Plain = Readonly<Record<string, unknown>>;

/** A record of the emission factors that is not the same in two sets of data. */
export interface FactorDifference {
  /** The table of FactorData it stands in, such as "fuelCo2". */
  readonly table: string;
  /** Its id, or its key where it has none. */
  readonly record: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The fields that changed; empty for a record that came or went. */
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The records of a table by what names them. One record under several keys is one record. */
const recordsOf = (table: string, value: unknown): readonly (readonly [string, Plain])[] => {
  if (!isPlain(value)) return [[table, { value }]];
  if (typeof value.id === 'string') return [[value.id, value]];
  return Object.entries(value).flatMap(([key, part]): (readonly [string, Plain])[] => {
    const entries: readonly unknown[] = Array.isArray(part) ? part : [part];
    return entries.map((entry, index) => {
      const record = isPlain(entry) ? entry : { value: entry };
      return [typeof record.id === 'string' ? record.id : Array.isArray(part) ? `${key}[${index}]` : key, record] as const;
    });
  });
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const fieldsOf = (before: Plain, after: Plain): FactorDifference['fields'] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));

const ofTable = (table: string, before: unknown, after: unknown): FactorDifference[] => {
  const [old, now] = [new Map(recordsOf(table, before)), new Map(recordsOf(table, after))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((record): FactorDifference[] => {
    const [was, is] = [old.get(record), now.get(record)];
    if (was === undefined) return [{ table, record, kind: 'added', fields: [] }];
    if (is === undefined) return [{ table, record, kind: 'removed', fields: [] }];
    const fields = fieldsOf(was, is);
    return fields.length === 0 ? [] : [{ table, record, kind: 'changed', fields }];
  });
};

/** What names the data as a whole; it differs whenever anything does. */
const names = ['hash', 'version', 'releasedYear'];

/** Every record that was added, removed or changed between two sets of emission factors. */
export const factorDifferences = (before: FactorData, after: FactorData): readonly FactorDifference[] => {
  const [old, now] = [before as unknown as Plain, after as unknown as Plain];
  const tables = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((table) => !names.includes(table));
  return tables.flatMap((table) => ofTable(table, old[table] ?? {}, now[table] ?? {}));
};
