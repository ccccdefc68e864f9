import type { ActivityData } from '../domain/categories.js';
import type { Inventory } from '../domain/inventory.js';
import type { Equipment, EstablishmentProfile } from './plan.js';

/** What a plan is made from. */
export interface PlanInput {
  /** The day the plan is made on, YYYY-MM-DD: application windows and terms are held against it. */
  readonly date: string;
  readonly establishment: EstablishmentProfile;
  readonly inventory: Inventory;
  /** The activities the inventory was computed from: they tell fuels apart. */
  readonly activityData: readonly ActivityData[];
  readonly equipment?: readonly Equipment[];
  /** False: the establishment did not agree to be held against support programs, so the plan names none. Default: true. */
  readonly matchPrograms?: boolean;
}
