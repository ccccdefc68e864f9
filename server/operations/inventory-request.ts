import type { InventoryRequest } from '../domain/inventory-request.js';
import type { SurveyActivityData } from '../survey/to-activity-data.js';

/**
 * What the survey's inventories are computed with: the national factors and the global warming potentials of the Fifth Assessment
 * Report, which the national inventory uses.
 */
export const inventoryRequestOf = ({ reportingYear, sector, activityData }: SurveyActivityData): InventoryRequest => ({
  reportingYear,
  sector,
  activityData,
  factorSet: 'kr-national',
  gwp: 'AR5',
});
