import type { InventoryRequest } from '../domain/inventory-request.js';
import { surveyMethod } from '../survey/survey-method.js';
import type { SurveyActivityData } from '../survey/to-activity-data.js';

/** The request that the activity data of a response make. */
export const inventoryRequestOf = ({ reportingYear, sector, activityData }: SurveyActivityData): InventoryRequest => ({
  reportingYear,
  sector,
  activityData,
  ...surveyMethod,
});
