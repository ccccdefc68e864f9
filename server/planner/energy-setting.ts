import type { ActivityData } from '../domain/categories.js';
import type { Inventory } from '../domain/inventory.js';
import type { Facts } from './facts.js';
import type { Equipment } from './plan.js';
import type { MeasureData } from './planner-data.js';

/** What the energy of end uses is found from. */
export interface EnergySetting {
  readonly inventory: Inventory;
  readonly activityData: readonly ActivityData[];
  readonly equipment: readonly Equipment[];
  readonly facts: Facts;
  readonly data: MeasureData;
}
