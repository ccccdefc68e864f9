import { makePlan } from '../../server/planner/make-plan.js';
import type { CandidateMeasure, EstablishmentProfile, TransitionPlan } from '../../server/planner/plan.js';
import { inventoryOf, type Site } from './inventory-of.js';
import { plannerData } from './planner-data.js';

/** The day of the plans of tests. */
export const date = '2026-02-20';

export const planOf = (
  establishment: EstablishmentProfile,
  site: Site,
  equipment: Parameters<typeof makePlan>[0]['equipment'] = [],
): TransitionPlan => makePlan({ date, establishment, ...inventoryOf(site), equipment }, plannerData);

export const measure = (plan: TransitionPlan, id: string): CandidateMeasure => {
  const found = plan.measures.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`${id} is not among the measures`);
  return found;
};

export const foundry: EstablishmentProfile = { name: '주물공장', industryCode: '24311', workers: 12 };
