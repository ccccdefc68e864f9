import type { Activity } from './activity-data.js';
import { type CarbonBalanceActivity, carbonBalance } from './categories/carbon-balance.js';
import { fugitiveEmissions } from './categories/fugitive-emissions.js';
import { type MobileCombustionActivity, mobileCombustion } from './categories/mobile-combustion.js';
import { type OwnElectricityActivity, ownElectricity } from './categories/own-electricity.js';
import { type ProcessEmissionsActivity, processEmissions } from './categories/process-emissions.js';
import { type PurchasedElectricityActivity, purchasedElectricity } from './categories/purchased-electricity.js';
import { type PurchasedHeatActivity, purchasedHeat } from './categories/purchased-heat.js';
import { type StationaryCombustionActivity, stationaryCombustion } from './categories/stationary-combustion.js';
import { type WasteWaterActivity, wasteWater } from './categories/waste-water.js';
import type { CategoryDefinition } from './category.js';
import type { FugitiveEmissionsActivity } from './fugitive-activity.js';

export type ActivityData =
  | StationaryCombustionActivity
  | MobileCombustionActivity
  | ProcessEmissionsActivity
  | CarbonBalanceActivity
  | FugitiveEmissionsActivity
  | WasteWaterActivity
  | PurchasedElectricityActivity
  | OwnElectricityActivity
  | PurchasedHeatActivity;

/** The activities of one quantity, as on a bill. */
export type QuantityActivity = Extract<ActivityData, { readonly quantity: number }>;

export type Category = ActivityData['category'];

/** Every category there is, in the order they are listed to people. A new one is a file under `categories/`, a type above and a row here. */
export const categoryDefinitions: { readonly [Id in Category]: CategoryDefinition<Extract<ActivityData, { category: Id }>> } = {
  stationaryCombustion,
  mobileCombustion,
  processEmissions,
  carbonBalance,
  fugitiveEmissions,
  wasteWater,
  purchasedElectricity,
  ownElectricity,
  purchasedHeat,
};

export const categories = Object.keys(categoryDefinitions) as readonly Category[];

export const isCategory = (value: unknown): value is Category => categories.some((category) => category === value);

/** Whether an activity is its quantity times something, so that it can be divided among meters, sites and establishments. */
export const isDivisible = (activity: ActivityData): activity is QuantityActivity => categoryOf(activity.category).isProportional;

/** The definition of a category, for code that does not care which it is. */
export const categoryOf = (id: Category): CategoryDefinition => categoryDefinitions[id] as unknown as CategoryDefinition<Activity>;
