import type { ActivityBase } from './activity-data.js';
import { type MobileCombustionActivity, mobileCombustion } from './categories/mobile-combustion.js';
import { type PurchasedElectricityActivity, purchasedElectricity } from './categories/purchased-electricity.js';
import { type PurchasedHeatActivity, purchasedHeat } from './categories/purchased-heat.js';
import { type StationaryCombustionActivity, stationaryCombustion } from './categories/stationary-combustion.js';
import type { CategoryDefinition } from './category.js';

export type ActivityData = StationaryCombustionActivity | MobileCombustionActivity | PurchasedElectricityActivity | PurchasedHeatActivity;

export type Category = ActivityData['category'];

/** Every category there is, in the order they are listed to people. A new one is a file under `categories/`, a type above and a row here. */
export const categoryDefinitions: { readonly [Id in Category]: CategoryDefinition<Extract<ActivityData, { category: Id }>> } = {
  stationaryCombustion,
  mobileCombustion,
  purchasedElectricity,
  purchasedHeat,
};

export const categories = Object.keys(categoryDefinitions) as readonly Category[];

export const isCategory = (value: unknown): value is Category => categories.some((category) => category === value);

/** The definition of a category, for code that does not care which it is. */
export const categoryOf = (id: Category): CategoryDefinition<ActivityBase> =>
  categoryDefinitions[id] as unknown as CategoryDefinition<ActivityBase>;
