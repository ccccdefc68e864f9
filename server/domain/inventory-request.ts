import type { FactorSetId, GwpSet, Sector } from './activity-data.js';
import type { ActivityData } from './categories.js';

/** One calculation: the input of `onsil calculate` after its defaults have been filled in. */
export interface InventoryRequest {
  readonly reportingYear: number;
  readonly factorSet: FactorSetId;
  /** `k-ets` allows SAR alone. */
  readonly gwp: GwpSet;
  /** Values beside the defaults of that report, by the ids of their records. */
  readonly gwpAlternatives?: readonly string[];
  readonly sector: Sector;
  readonly activityData: readonly ActivityData[];
}
