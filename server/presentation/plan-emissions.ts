import { exactSum } from '../domain/exact-sum.js';
import type { ActivityEntry, ActivityPart, EnergyLine, EnergyTotals, Inventory, InventoryLine } from '../domain/inventory.js';
import { quantitySymbols } from '../domain/trace.js';
import type { Wording } from './plan-wording.js';

/** All lines of one activity, added up. */
export interface EmissionSource {
  readonly activityDataId: string;
  readonly label: string;
  readonly scope: 1 | 2 | null;
  /** Scope 1 and location-based Scope 2, without biogenic CO2. */
  readonly co2eq: number;
  readonly quantity: { readonly value: number; readonly unit: string } | null;
  /** Null where it cannot be told; undefined where no energy is used. */
  readonly toe: number | null | undefined;
}

/** The reported quantity of an activity: the sum of its parts where it was split, else the first input of its equation. */
const quantityOf = (parts: readonly ActivityPart[], line: InventoryLine | undefined): EmissionSource['quantity'] => {
  const [first] = parts;
  if (first !== undefined) return { value: exactSum(parts.map((part) => part.quantity)), unit: first.unit };
  const input = line?.trace.inputs.find((each) => quantitySymbols.includes(each.symbol)) ?? line?.trace.inputs[0];
  return input === undefined ? null : { value: input.value, unit: input.unit };
};

/** What each activity is called, by its id: its category and what was used (of electricity there is one kind). The id is added to a name that two share. */
export const activityLabels = (inventory: Inventory, { words, language }: Wording): ReadonlyMap<string, string> => {
  const converted = new Set(inventory.lines.flatMap((line) => (line.quality === 'convertedFromMoney' ? [line.activityDataId] : [])));
  const named = inventory.activities.map((line) => {
    const mark = (label: string) => [line.activityDataId, converted.has(line.activityDataId) ? words.converted(label) : label] as const;
    const category = words.categories[line.category as keyof typeof words.categories] ?? line.category;
    const label = line.label[language];
    if (line.category === 'purchasedElectricity') return mark(category);
    // Waste water is named by its label already.
    return mark(line.category === 'wasteWater' ? label : `${category} · ${label}`);
  });
  const isShared = (label: string): boolean => named.filter(([, other]) => other === label).length > 1;
  return new Map(named.map(([id, label]) => [id, isShared(label) ? `${label} (${id})` : label]));
};

const counts = (line: InventoryLine): boolean => line.scope !== null && line.method !== 'market';

const sourceOf = (
  { activityDataId, parts }: ActivityEntry,
  energy: EnergyLine | undefined,
  lines: readonly InventoryLine[],
  label: string,
): EmissionSource => {
  const counted = lines.filter(counts);
  return {
    activityDataId,
    label,
    scope: counted[0]?.scope ?? null,
    co2eq: exactSum(counted.map((line) => line.co2eq)),
    quantity: quantityOf(parts, lines[0]),
    toe: energy?.toe,
  };
};

/** The activities of an inventory, the largest source of emissions first. */
export const emissionSources = (inventory: Inventory, wording: Wording): readonly EmissionSource[] => {
  const labels = activityLabels(inventory, wording);
  const lines = new Map<string, InventoryLine[]>();
  for (const line of inventory.lines) lines.set(line.activityDataId, [...(lines.get(line.activityDataId) ?? []), line]);
  const energy = new Map(inventory.energy.map((line) => [line.activityDataId, line]));
  return inventory.activities
    .map((activity) => {
      const { activityDataId: id } = activity;
      return sourceOf(activity, energy.get(id), lines.get(id) ?? [], labels.get(id) ?? id);
    })
    .sort((a, b) => b.co2eq - a.co2eq || (a.activityDataId < b.activityDataId ? -1 : 1));
};

/** Why an energy total cannot be computed: what was used whose heat content is not known. */
export const lackingEnergy = (inventory: Inventory, measure: keyof EnergyTotals, { words, language }: Wording): string => {
  const names = inventory.energy.filter((line) => line[measure] === null).map((line) => line.label[language]);
  return words.inventory.lackingEnergy([...new Set(names)].join(', '));
};
