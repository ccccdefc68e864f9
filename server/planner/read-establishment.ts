import type { Fault } from '../domain/fault.js';
import { normalIndustryCode } from './industry-code.js';
import type { EquipmentKind } from './measure.js';
import type { Equipment, EstablishmentProfile } from './plan.js';
import type { Region } from './planner-data.js';
import { readEquipment } from './read-equipment.js';
import { findRegion } from './region-code.js';

/** The lists that codes and names are held against. */
export interface EstablishmentNames {
  readonly regions: readonly Region[];
  readonly equipment: readonly EquipmentKind[];
}

export type ReadEstablishment =
  | { readonly establishment: EstablishmentProfile; readonly equipment: readonly Equipment[] }
  | { readonly faults: readonly Fault[] };

type Plain = Readonly<Record<string, unknown>>;
type Check = (value: unknown, field: string, names: EstablishmentNames) => readonly Fault[];

const MOST_CHARACTERS = 200;
const MOST_WORKERS = 1_000_000;
const MOST_SALES = 1e15;

/** Control characters break a page and hide in a name. */
const broken = (text: string): boolean => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);

const fault = (code: string, field: string, values: Fault['values'] = {}): readonly Fault[] => [{ code, field, values }];

/** What was given, short enough to print. */
const given = (value: string): string => value.slice(0, 80);

const name: Check = (value, field) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MOST_CHARACTERS && !broken(value)
    ? []
    : fault('establishmentName', field, { most: MOST_CHARACTERS });

/** Null, absent and blank mean "not known"; other texts must pass the check. */
const optionalText =
  (check: Check): Check =>
  (value, field, names) => {
    if (value === null || value === undefined) return [];
    if (typeof value !== 'string' || value.length > MOST_CHARACTERS || broken(value))
      return fault('notAText', field, { most: MOST_CHARACTERS });
    return value.trim() === '' ? [] : check(value, field, names);
  };

const industryCode = optionalText((value, field) =>
  normalIndustryCode(String(value)) === null ? fault('unknownIndustryCode', field, { given: given(String(value)) }) : [],
);

const region = optionalText((value, field, names) =>
  findRegion(String(value), names.regions) === null
    ? fault('unknownRegion', field, {
        given: given(String(value)),
        known: names.regions.map((entry) => `${entry.shortKo}(${entry.code})`).join(', '),
      })
    : [],
);

const workers: Check = (value, field) =>
  value === null || value === undefined || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_WORKERS)
    ? []
    : fault('notAWholeNumber', field, { least: 0, most: MOST_WORKERS });

const averageSales: Check = (value, field) =>
  value === null || value === undefined || (typeof value === 'number' && value >= 0 && value <= MOST_SALES)
    ? []
    : fault('notANumber', field, { least: 0, most: MOST_SALES });

const complex: Check = (value, field, names) => {
  if (typeof value === 'boolean') return [];
  return optionalText(() => [])(value, field, names).length > 0 ? fault('notAComplex', field) : [];
};

const checks: Readonly<Record<string, Check>> = { name, industryCode, workers, region, complex, averageSales };

const known = [...Object.keys(checks), 'equipment'].join(', ');

const tidy = (value: unknown): string | null => {
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : '';
  return text === '' ? null : text;
};

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/**
 * Reads the `establishment` of a plan, naming every fault with the path of its field. `name` is needed; the others may be absent or null
 * when they are not known. Unknown keys are refused.
 * @param field  path of the establishment in what was handed in
 */
export const readEstablishment = (value: unknown, names: EstablishmentNames, field = 'establishment'): ReadEstablishment => {
  if (value === undefined || typeof value === 'symbol') return { faults: fault('establishmentMissing', field) };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { faults: fault('establishmentNotObject', field, { known }) };
  const plain = value as Plain;
  const strangers = Object.keys(plain)
    .filter((key) => !Object.hasOwn(checks, key) && key !== 'equipment')
    .flatMap((key) => fault('establishmentUnknownKey', `${field}.${given(key)}`, { key: given(key), known }));
  // A symbol stands where the text could not be read; that fault has been reported.
  const wrong = Object.entries(checks).flatMap(([key, check]) => {
    const part = Object.hasOwn(plain, key) ? plain[key] : undefined;
    return typeof part === 'symbol' ? [] : check(part, `${field}.${key}`, names);
  });
  const equipment = readEquipment(Object.hasOwn(plain, 'equipment') ? plain.equipment : undefined, names.equipment, `${field}.equipment`);
  const faults = [...strangers, ...wrong, ...equipment.faults];
  if (faults.length > 0) return { faults };
  return {
    establishment: {
      name: tidy(plain.name) ?? '',
      industryCode: tidy(plain.industryCode),
      workers: numberOrNull(plain.workers),
      region: tidy(plain.region),
      complex: typeof plain.complex === 'boolean' ? plain.complex : tidy(plain.complex),
      averageSales: numberOrNull(plain.averageSales),
    },
    equipment: equipment.rows,
  };
};
