import type { Fault } from '../domain/fault.js';
import type { EquipmentKind } from './measure.js';
import type { Equipment } from './plan.js';

const MOST_ROWS = 100;
const MOST_SIZE = 1e9;
/** Hours of a leap year. */
const HOURS_PER_YEAR = 8784;
const keys = ['kind', 'size', 'sizeUnit', 'hoursPerYear'] as const;

/** What was given, short enough to print; a value that is no text by its JSON. */
const told = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 80);

const number = (value: unknown, field: string, most: number): readonly Fault[] =>
  value === null || value === undefined || (typeof value === 'number' && value >= 0 && value <= most)
    ? []
    : [{ code: 'notANumber', field, values: { least: 0, most } }];

const unitFaults = (kind: EquipmentKind, unit: unknown, field: string): readonly Fault[] => {
  if (unit === null || unit === undefined) return [];
  const known = kind.sizeUnits.map((entry) => entry.id);
  return typeof unit === 'string' && known.includes(unit)
    ? []
    : [{ code: 'unknownSizeUnit', field, values: { given: told(unit), kind: kind.id, known: known.join(', ') } }];
};

const rowFaults = (value: unknown, kinds: readonly EquipmentKind[], field: string): readonly Fault[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ code: 'establishmentNotObject', field, values: { known: keys.join(', ') } }];
  }
  const row = value as Readonly<Record<string, unknown>>;
  const strangers = Object.keys(row)
    .filter((key) => !keys.some((entry) => entry === key))
    .map((key) => ({
      code: 'establishmentUnknownKey',
      field: `${field}.${key.slice(0, 80)}`,
      values: { key: key.slice(0, 80), known: keys.join(', ') },
    }));
  const kind = kinds.find((entry) => entry.id === row.kind);
  const kindFaults: readonly Fault[] =
    kind === undefined
      ? [
          {
            code: 'unknownEquipmentKind',
            field: `${field}.kind`,
            values: { given: told(row.kind), known: kinds.map((entry) => entry.id).join(', ') },
          },
        ]
      : unitFaults(kind, row.sizeUnit, `${field}.sizeUnit`);
  return [
    ...strangers,
    ...kindFaults,
    ...number(row.size, `${field}.size`, MOST_SIZE),
    ...number(row.hoursPerYear, `${field}.hoursPerYear`, HOURS_PER_YEAR),
  ];
};

/** Reads the main equipment table: absent or null is an empty one; size, unit and hours may be null when they are not known. */
export const readEquipment = (
  value: unknown,
  kinds: readonly EquipmentKind[],
  field: string,
): { readonly rows: readonly Equipment[]; readonly faults: readonly Fault[] } => {
  if (value === undefined || value === null) return { rows: [], faults: [] };
  if (!Array.isArray(value) || value.length > MOST_ROWS)
    return { rows: [], faults: [{ code: 'equipmentNotAList', field, values: { most: MOST_ROWS } }] };
  const faults = value.flatMap((row, index) => rowFaults(row, kinds, `${field}[${index}]`));
  if (faults.length > 0) return { rows: [], faults };
  const rows = value.map((row: Partial<Equipment> & { readonly kind: string }) => ({
    kind: row.kind,
    size: row.size ?? null,
    sizeUnit: row.sizeUnit ?? null,
    hoursPerYear: row.hoursPerYear ?? null,
  }));
  return { rows, faults: [] };
};
