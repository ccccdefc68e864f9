import type { EnergyLine, Inventory, InventoryLine } from '../domain/inventory.js';
import type { Wording } from './plan-wording.js';

/** All lines of one activity, added up. */
export interface EmissionSource {
  readonly activityDataId: string;
  readonly label: string;
  readonly scope: 1 | 2 | null;
  /** Scope 1 and location-based Scope 2, without biogenic CO2. */
  readonly co2eq: number;
  readonly quantity: { readonly value: number; readonly unit: string } | null;
  readonly toe: number | null;
}

/** The reported quantity of a line: the first input of its equation. */
const quantityOf = (line: InventoryLine) => line.trace.inputs.find((input) => input.symbol === 'Q') ?? line.trace.inputs[0];

/** What an activity is called: the wording of its reported quantity, or its category. */
export const activityLabel = (line: InventoryLine, { words, language }: Wording): string =>
  `${words.categories[line.category]} · ${quantityOf(line)?.[language] ?? line.activityDataId}`;

const counts = (line: InventoryLine): boolean => !line.biogenic && line.scope !== null && line.method !== 'market';

const sourceOf = (id: string, lines: readonly InventoryLine[], energy: EnergyLine | undefined, wording: Wording): EmissionSource => {
  const counted = lines.filter(counts);
  const [first] = counted.length > 0 ? counted : lines;
  if (first === undefined) throw new Error(`The inventory has no line of activity "${id}"`);
  const quantity = quantityOf(first);
  return {
    activityDataId: id,
    label: activityLabel(first, wording),
    scope: first.scope,
    co2eq: counted.reduce((sum, line) => sum + line.co2eq, 0),
    quantity: quantity === undefined ? null : { value: quantity.value, unit: quantity.unit },
    toe: energy?.toe ?? null,
  };
};

/** The activities of an inventory, the largest source of emissions first. */
export const emissionSources = (inventory: Inventory, wording: Wording): readonly EmissionSource[] => {
  const groups = new Map<string, InventoryLine[]>();
  for (const line of inventory.lines) groups.set(line.activityDataId, [...(groups.get(line.activityDataId) ?? []), line]);
  const energy = new Map(inventory.energy.map((line) => [line.activityDataId, line]));
  return [...groups]
    .map(([id, lines]) => sourceOf(id, lines, energy.get(id), wording))
    .sort((a, b) => b.co2eq - a.co2eq || (a.activityDataId < b.activityDataId ? -1 : 1));
};
