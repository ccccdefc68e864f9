import { type ActivityData, type Category, categoryOf } from './categories.js';
import type { FactorData } from './factor-data.js';
import type { Field } from './field.js';
import { baseUnit } from './units.js';

/** An activity that shows which factors a category takes, and what it names. */
export interface Probe {
  readonly activity: ActivityData;
  readonly named: readonly string[];
}

/** What a field that is no choice is filled with. */
const fillings: Readonly<Record<Exclude<Field['kind'], 'choice' | 'object' | 'activity' | 'list'>, unknown>> = {
  text: 'probe',
  quantity: 1,
  positive: 1,
  share: 0.5,
  percentage: 50,
  number: 20,
  year: 2020,
  day: '2020-01-01',
  boolean: true,
  words: [],
};

const units: readonly string[] = [baseUnit.mass, baseUnit.volume, baseUnit.normalVolume, baseUnit.energy, baseUnit.distance];

/** The ways to fill a field. A unit is tried once for each dimension an amount can have. */
const waysOf = (field: Field, data: FactorData): readonly unknown[] => {
  if (field.key === 'unit') return units;
  switch (field.kind) {
    case 'choice':
      return field.choices?.(data) ?? [];
    case 'object':
      return [filled(field.fields ?? [], data)];
    case 'activity':
      throw new Error('No category takes a whole activity.');
    case 'list':
      return [[filled(field.fields ?? [], data)]];
    default:
      return [fillings[field.kind]];
  }
};

const filled = (fields: readonly Field[], data: FactorData): Readonly<Record<string, unknown>> =>
  Object.fromEntries(fields.filter((field) => field.required).map((field) => [field.key, waysOf(field, data)[0]]));

type Activity = Readonly<Record<string, unknown>>;

const withEach = (activities: readonly Activity[], field: Field, data: FactorData): readonly Activity[] =>
  activities.flatMap((activity) => waysOf(field, data).map((way) => ({ ...activity, [field.key]: way })));

/** Names that say something to a reader: not a unit. */
const namesIn = (activity: Activity, fields: readonly Field[]): readonly string[] =>
  fields
    .filter((field) => field.kind === 'choice' && field.key !== 'unit')
    .flatMap((field) => {
      const name = activity[field.key];
      return typeof name === 'string' ? [name] : [];
    });

/** As a checked request would hold it, once: a supplier has several names. */
const settled = (activities: readonly Activity[], category: Category, data: FactorData): readonly Probe[] => {
  const { fields, settle, faults } = categoryOf(category);
  const seen = new Set<string>();
  return activities.flatMap((written) => {
    if (faults !== undefined && faults(written, 'probe', data).length > 0) return [];
    const activity = settle?.(written as never, data) ?? written;
    const key = JSON.stringify(activity);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ activity: activity as unknown as ActivityData, named: namesIn(activity as unknown as Activity, fields) }];
  });
};

/**
 * Every way to fill the required fields of a category, and each way to fill one optional choice beside them. Read from the fields a
 * category declares, so that a new category shows its factors by itself, or from its own samples.
 */
const newProbes = (category: Category, data: FactorData): readonly Probe[] => {
  const { fields, samples } = categoryOf(category);
  if (samples !== undefined) return settled(samples(data) as unknown as readonly Activity[], category, data);
  const required = fields
    .filter((field) => field.required)
    .reduce<readonly Activity[]>((activities, field) => withEach(activities, field, data), [{ id: 'probe', category }]);
  const optional = fields.filter((field) => !field.required && field.kind === 'choice');
  return settled([...required, ...optional.flatMap((field) => withEach(required, field, data))], category, data);
};

const made = new WeakMap<FactorData, Map<Category, readonly Probe[]>>();

/** The probes of a category, made once for some data. */
export const probesOf = (category: Category, data: FactorData): readonly Probe[] => {
  const byCategory = made.get(data) ?? new Map<Category, readonly Probe[]>();
  made.set(data, byCategory);
  const probes = byCategory.get(category) ?? newProbes(category, data);
  byCategory.set(category, probes);
  return probes;
};

export const isOfFuel = ({ activity }: Probe): boolean => 'fuel' in activity;

/** Whether a probe shows what depends on the sector: a fuel given in heat. Nothing else does. */
export const dependsOnSector = (probe: Probe): boolean =>
  isOfFuel(probe) && 'unit' in probe.activity && probe.activity.unit === baseUnit.energy;
