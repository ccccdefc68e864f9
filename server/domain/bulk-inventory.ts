import { besideEachOther } from './beside-each-other.js';
import { type ActivityData, categoryOf } from './categories.js';
import type { Setting } from './estimate.js';
import type { FactorData } from './factor-data.js';
import { type Fault, withoutRepeats } from './fault.js';
import type { Inventory, InventoryWarning } from './inventory.js';
import { type LineRecipe, type PlainTrace, type Recipe, recipeOf } from './recipe.js';
import { newRecipeBook } from './recipe-book.js';
import { Refusal } from './refusal.js';
import { runningTotals } from './running-totals.js';
import { type RequestHead, settingOf } from './setting.js';
import { quantitySymbols } from './trace.js';

/** One gas of one activity: what it has in common with all activities of its kind stands in its recipe, trace included. */
export interface BulkLine {
  readonly activityDataId: string;
  /** Of the bill, in the unit of the input of its trace that stands for it. */
  readonly quantity: number;
  readonly tonnes: number | null;
  readonly co2eq: number;
  readonly recipe: LineRecipe;
}

/** What a national computation needs of an establishment: totals, and every line with its trace. */
export interface BulkInventory {
  readonly totals: Inventory['totals'];
  readonly lines: readonly BulkLine[];
  /** The warnings of an activity; their own `activityDataId` is that of the first of its kind. */
  readonly warnings: readonly { readonly activityDataId: string; readonly warnings: readonly InventoryWarning[] }[];
}

export type BulkResult = BulkInventory | { readonly faults: readonly Fault[] };

const pathOf = (index: number): string => `activityData[${index}]`;

/** The recipe of a kind of activity; null where it is no multiple of its quantity. */
const sharedRecipeOf = (activity: ActivityData, path: string, setting: Setting): Recipe | null =>
  categoryOf(activity.category).isProportional ? recipeOf(activity, path, setting, 1) : null;

/** 0 for what has no single quantity, such as a balance: its recipe is for the whole. */
const quantityOf = (activity: ActivityData): number => ('quantity' in activity ? (activity.quantity ?? 0) : 0);

/** The trace of a line with its own quantity: all but the text that has the numbers put into the equation. */
export const plainTraceOf = ({ quantity, recipe: { trace } }: BulkLine): PlainTrace => ({
  ...trace,
  inputs: trace.inputs.map((input) => (quantitySymbols.includes(input.symbol) ? { ...input, value: quantity } : input)),
});

/**
 * Computes many establishments under one head. An activity is worked out once per kind (fuel, unit, mode …) and then multiplied, so
 * that a country takes seconds; numbers agree with `computeInventory` to the last digits of a double, which the tests hold.
 * Activities that are not their quantity times something go through their estimator each time.
 * @returns a function of the activities of one establishment, or the faults of the head
 */
export const bulkCalculation = (
  head: RequestHead,
  data: FactorData,
  currentYear: number,
): ((activityData: readonly ActivityData[]) => BulkResult) | { readonly faults: readonly Fault[] } => {
  const setting = settingOf(head, data, currentYear);
  if ('faults' in setting) return setting;
  const book = newRecipeBook();

  return (activityData) => {
    const totals = runningTotals(data.gases);
    const lines: BulkLine[] = [];
    const warnings: BulkInventory['warnings'][number][] = [];
    const faults: Fault[] = [];
    let isCompared = false;
    for (let index = 0; index < activityData.length; index += 1) {
      const activity = activityData[index] as ActivityData;
      try {
        const place = book.placeOf(activity);
        if (place !== null && place.recipe === undefined) place.recipe = sharedRecipeOf(activity, pathOf(index), setting);
        const shared = place?.recipe ?? null;
        // What is no multiple of its quantity has a recipe of its own, for exactly once its quantity.
        const recipe = shared ?? recipeOf(activity, pathOf(index), setting, null);
        const quantity = quantityOf(activity);
        const times = shared === null ? 1 : quantity;
        isCompared ||= categoryOf(activity.category).besides !== undefined;
        for (const each of recipe.lines) {
          const tonnes = each.tonnes === null ? null : each.tonnes * times;
          const co2eq = each.co2eq * times;
          lines.push({ activityDataId: activity.id, quantity, tonnes, co2eq, recipe: each });
          totals.addLine(each, tonnes, co2eq);
        }
        if (recipe.energy !== null) totals.addEnergy(recipe.energy, times);
        if (recipe.warnings.length > 0) warnings.push({ activityDataId: activity.id, warnings: recipe.warnings });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        faults.push(error.fault);
      }
    }
    if (isCompared) {
      for (const each of besideEachOther(activityData, data))
        warnings.push({ activityDataId: each.activityDataId ?? '', warnings: [each] });
    }
    return faults.length > 0 ? { faults: withoutRepeats(faults) } : { totals: totals.totals(), lines, warnings };
  };
};
