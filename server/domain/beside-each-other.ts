import { type ActivityData, type Category, categoryOf } from './categories.js';
import type { FactorData } from './factor-data.js';
import type { InventoryWarning } from './inventory.js';

/** What activities say about each other, asked once of every category that is there. */
export const besideEachOther = (all: readonly ActivityData[], data: FactorData): InventoryWarning[] => {
  const present = [...new Set(all.map((activity) => activity.category))];
  const own = (category: Category): ActivityData[] => all.filter((activity) => activity.category === category);
  return present.flatMap((category) => categoryOf(category).besides?.(own(category), all, data) ?? []);
};
