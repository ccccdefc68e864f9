import { type ActivityData, categoryOf } from './categories.js';
import type { Estimate, Setting } from './estimate.js';
import type { EnergyTotals, InventoryLine, InventoryWarning, Trace } from './inventory.js';

/** A trace without the numbers put into its equation: all that is needed to put them in. */
export type PlainTrace = Omit<Trace, 'substituted'>;

/** One gas of one unit of an activity. */
export interface LineRecipe {
  readonly category: string;
  readonly scope: InventoryLine['scope'];
  readonly method: InventoryLine['method'];
  readonly gas: string;
  /** Per unit of the bill. */
  readonly tonnes: number | null;
  /** Per unit of the bill. */
  readonly co2eq: number;
  readonly biogenic: boolean;
  readonly montrealProtocol: boolean;
  readonly trace: PlainTrace;
}

/**
 * What one unit of an activity comes to, with everything that does not depend on how much of it there was. Activities that differ in
 * id and quantity alone share a recipe: their lines are the recipe times the quantity.
 */
export interface Recipe {
  readonly category: string;
  readonly label: Estimate['label'];
  readonly lines: readonly LineRecipe[];
  /** Per unit of the bill; null where the activity is no use of energy. */
  readonly energy: EnergyTotals | null;
  readonly warnings: readonly InventoryWarning[];
}

/**
 * Works out the recipe of an activity.
 * @param quantity in place of its own; null for an activity that is no multiple of one
 * Throws Refusal where the activity cannot be estimated.
 */
export const recipeOf = (activity: ActivityData, path: string, setting: Setting, quantity: number | null): Recipe => {
  const { label, lines, energy, warnings } = categoryOf(activity.category).estimate(
    quantity === null ? activity : ({ ...activity, quantity } as ActivityData),
    path,
    setting,
  );
  return {
    category: activity.category,
    label: { en: label.en, ko: label.ko },
    lines: lines.map(({ scope, method, gas, tonnes, co2eq, biogenic, montrealProtocol, trace }) => {
      const { substituted: _numbers, ...plain } = trace;
      return { category: activity.category, scope, method, gas, tonnes, co2eq, biogenic, montrealProtocol, trace: plain };
    }),
    energy:
      energy === null
        ? null
        : { netTJ: energy.netTJ, grossTJ: energy.grossTJ, toe: energy.toe, finalTJ: energy.finalTJ, finalToe: energy.finalToe },
    warnings,
  };
};
