import type { Vocabulary } from '../factor-data.js';
import { type Fault, withoutRepeats } from '../fault.js';
import { readJsonText, unreadable } from '../json-text.js';
import { asObject } from '../plain.js';
import { fieldFaults, notAnObject } from '../read-fields.js';
import { baseYearFields } from './base-year-fields.js';
import { type BaseYearRequest, type BoundaryChange, intoBoundary, outOfBoundary, type ReportedYear } from './base-year-request.js';
import { deltaOf } from './decide-recalculations.js';

/** A base year as far as it could be read; null when a fault was found. */
export interface ReadBaseYear {
  readonly request: BaseYearRequest | null;
  readonly faults: readonly Fault[];
}

const fault = (code: string, field: string, values: Fault['values'] = {}): Fault => ({ code, field, values });

/** Entries that name what an earlier one names. */
const twice = (keys: readonly (string | number)[], code: string, fieldOf: (index: number) => string): Fault[] =>
  keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [fault(code, fieldOf(index), { id: key, first: fieldOf(keys.indexOf(key)) })] : [],
  );

const effectFaults = (change: BoundaryChange, at: string, baseYear: number, years: ReadonlySet<number>): Fault[] => {
  const { trigger, effects } = change;
  return effects.flatMap((effect, index): Fault[] => {
    const place = `${at}.effects[${index}]`;
    const { year } = effect;
    const { total } = deltaOf(effect);
    const isMove = intoBoundary.includes(trigger) || outOfBoundary.includes(trigger);
    const isAgainst = (intoBoundary.includes(trigger) && total < 0) || (outOfBoundary.includes(trigger) && total > 0);
    return [
      ...(years.has(year) ? [] : [fault('yearNotReported', `${place}.year`, { year })]),
      ...(year < baseYear ? [fault('yearBeforeBaseYear', `${place}.year`, { year, baseYear })] : []),
      ...(isMove && year >= change.year ? [fault('effectAfterChange', `${place}.year`, { year, changeYear: change.year })] : []),
      ...(isAgainst ? [fault('effectAgainstTrigger', `${place}.after`, { trigger })] : []),
    ];
  });
};

const changeFaults = ({ baseYear, years, changes }: BaseYearRequest): Fault[] => {
  const reported = new Set(years.map(({ year }) => year));
  return changes.flatMap((change, index): Fault[] => {
    const at = `changes[${index}]`;
    const { id, year, trigger, effects } = change;
    if (year <= baseYear) return [fault('changeBeforeBaseYear', `${at}.year`, { year, baseYear })];
    if (trigger === 'organicGrowth') return effects.length === 0 ? [] : [fault('growthHasNoEffects', `${at}.effects`)];
    return [
      ...(effects.some((effect) => effect.year === baseYear) ? [] : [fault('baseYearEffectMissing', `${at}.effects`, { id, baseYear })]),
      ...twice(
        effects.map((effect) => effect.year),
        'yearTwice',
        (place) => `${at}.effects[${place}].year`,
      ),
      ...effectFaults(change, at, baseYear, reported),
    ];
  });
};

const structureFaults = (request: BaseYearRequest): Fault[] => {
  const { baseYear, years, changes } = request;
  return [
    ...(years.some(({ year }) => year === baseYear) ? [] : [fault('baseYearNotReported', 'baseYear', { baseYear })]),
    ...twice(
      years.map(({ year }) => year),
      'yearTwice',
      (index) => `years[${index}].year`,
    ),
    ...twice(
      changes.map(({ id }) => id),
      'idTwice',
      (index) => `changes[${index}].id`,
    ),
    ...years.flatMap(({ products }, index) =>
      twice(
        products.map(({ name }) => name),
        'idTwice',
        (place) => `years[${index}].products[${place}].name`,
      ),
    ),
    ...changeFaults(request),
  ];
};

/** Reads a base year from plain values: first every fault of its shape, then, where there is none, of what it says. */
export const readBaseYear = (input: unknown, vocabulary: Vocabulary, earlier: readonly Fault[] = []): ReadBaseYear => {
  const head = asObject(input);
  if (head === null) return { request: null, faults: input === unreadable ? earlier : [...earlier, notAnObject('')] };
  const faults = withoutRepeats([...earlier, ...fieldFaults(head, baseYearFields, '', vocabulary)]);
  if (faults.length > 0) return { request: null, faults };
  const raw = head as unknown as BaseYearRequest & { readonly changes?: readonly BoundaryChange[] };
  const years = raw.years.map((each): ReportedYear => ({ ...each, products: each.products ?? [] }));
  const request: BaseYearRequest = { ...raw, years: [...years].sort((a, b) => a.year - b.year), changes: raw.changes ?? [] };
  // Faults name the entries at the places they were written.
  const structure = structureFaults({ ...request, years });
  return structure.length > 0 ? { request: null, faults: withoutRepeats(structure) } : { request, faults: [] };
};

/** Reads a base year from its JSON text; see readBaseYear. */
export const readBaseYearText = (text: string, vocabulary: Vocabulary): ReadBaseYear => {
  const { value, faults } = readJsonText(text);
  return readBaseYear(value, vocabulary, faults);
};
