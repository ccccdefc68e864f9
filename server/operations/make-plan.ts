import type { FactorData } from '../domain/factor-data.js';
import { readJsonText } from '../domain/json-text.js';
import { readInventoryRequest } from '../domain/read-request.js';
import { makePlan as planOf } from '../planner/make-plan.js';
import type { TransitionPlan } from '../planner/plan.js';
import type { PlanInput } from '../planner/plan-input.js';
import type { PlannerData } from '../planner/planner-data.js';
import { readEstablishment } from '../planner/read-establishment.js';
import { formatDay } from '../presentation/time-format.js';
import { computeInventoryValue, type InventorySite } from './compute-inventory.js';
import { type WordedFault, wordFault } from './word-faults.js';

/** What making a plan needs of a running site: no store. */
export interface PlanSite extends InventorySite {
  readonly catalog: { readonly emissionFactors: FactorData; readonly planner: PlannerData };
}

/** A plan, or every reason why there is none. */
export type PlanResult = { readonly plan: TransitionPlan } | { readonly errors: readonly WordedFault[] };

/** The transition plan of an establishment whose inventory has been computed. */
export const makePlan = ({ catalog }: { readonly catalog: { readonly planner: PlannerData } }, input: PlanInput): TransitionPlan =>
  planOf(input, catalog.planner);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const once = (errors: readonly WordedFault[]): readonly WordedFault[] =>
  errors.filter((error, index) => errors.findIndex((other) => other.field === error.field && other.code === error.code) === index);

/**
 * A plan from plain values: the input of a calculation with an `establishment` beside it. Names every fault of both.
 * @param date  the day the plan is made on, YYYY-MM-DD; today in Seoul unless given
 */
export const makePlanValue = (site: PlanSite, value: unknown, date = formatDay(site.clock.now())): PlanResult => {
  if (!isObject(value)) {
    const computed = computeInventoryValue(site, value);
    return { errors: 'errors' in computed ? computed.errors : [] };
  }
  const { establishment, ...request } = value;
  const { planner, emissionFactors } = site.catalog;
  const read = readEstablishment(establishment, { regions: planner.regions, equipment: planner.measures.equipment });
  const computed = computeInventoryValue(site, request);
  const errors = [...('faults' in read ? read.faults.map(wordFault) : []), ...('errors' in computed ? computed.errors : [])];
  if ('faults' in read || 'errors' in computed) return { errors };
  const activityData = readInventoryRequest(request, emissionFactors).request?.activityData ?? [];
  return { plan: makePlan(site, { ...read, date, inventory: computed.inventory, activityData }) };
};

/** A plan from JSON text; faults of the text itself come first. */
export const makePlanText = (site: PlanSite, text: string, date?: string): PlanResult => {
  const { value, faults } = readJsonText(text);
  const result = makePlanValue(site, value, date);
  if (faults.length === 0) return result;
  return { errors: once([...faults.map(wordFault), ...('errors' in result ? result.errors : [])]) };
};
