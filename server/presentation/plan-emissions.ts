import { exactSum } from '../domain/exact-sum.js';
import type { ActivityLine, EnergyLine, EnergyTotals, Inventory, InventoryLine } from '../domain/inventory.js';
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

/** The reported quantity of a line: the first input of its equation. */
const quantityOf = (line: InventoryLine) => line.trace.inputs.find((input) => input.symbol === 'Q') ?? line.trace.inputs[0];

/** What each activity is called, by its id: its category and what was used (of electricity there is one kind). The id is added to a name that two share. */
export const activityLabels = (inventory: Inventory, { words, language }: Wording): ReadonlyMap<string, string> => {
  const named = inventory.activities.map((line) => {
    const category = words.categories[line.category as keyof typeof words.categories] ?? line.category;
    const label = line.label[language];
    if (line.category === 'purchasedElectricity') return [line.activityDataId, category] as const;
    // Waste water is named by its label already.
    return [line.activityDataId, line.category === 'wasteWater' ? label : `${category} · ${label}`] as const;
  });
  const isShared = (label: string): boolean => named.filter(([, other]) => other === label).length > 1;
  return new Map(named.map(([id, label]) => [id, isShared(label) ? `${label} (${id})` : label]));
};

const counts = (line: InventoryLine): boolean => line.scope !== null && line.method !== 'market';

const sourceOf = (
  { activityDataId }: ActivityLine,
  energy: EnergyLine | undefined,
  lines: readonly InventoryLine[],
  label: string,
): EmissionSource => {
  const counted = lines.filter(counts);
  const quantity = lines[0] === undefined ? undefined : quantityOf(lines[0]);
  return {
    activityDataId,
    label,
    scope: counted[0]?.scope ?? null,
    co2eq: exactSum(counted.map((line) => line.co2eq)),
    quantity: quantity === undefined ? null : { value: quantity.value, unit: quantity.unit },
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
