import type { ActivityData } from '../domain/activity-data.js';
import type { Inventory } from '../domain/inventory.js';
import { estimateMeasure } from './estimate-measure.js';
import { factsOf } from './facts.js';
import { matchProgram } from './match-program.js';
import type { CandidateMeasure, Equipment, EstablishmentProfile, ProgramMatch, Text, ThreeValued, TransitionPlan } from './plan.js';
import { planNotes } from './plan-notes.js';
import type { PlannerData } from './planner-data.js';

export interface PlanInput {
  readonly establishment: EstablishmentProfile;
  readonly inventory: Inventory;
  /** The activities the inventory was computed from: they tell fuels apart. */
  readonly activityData: readonly ActivityData[];
  readonly equipment?: readonly Equipment[];
}

const rank = (measure: CandidateMeasure): number => {
  if (measure.verdict === 'cannotTell') return 2;
  return measure.abatementMethod === 'market' ? 1 : 0;
};

const typical = (measure: CandidateMeasure): number => measure.abatement?.typical ?? measure.abatement?.high ?? 0;

const order: readonly ThreeValued[] = ['yes', 'unknown', 'no'];

const natures: readonly ProgramMatch['nature'][] = ['support', 'duty', 'frame'];

const latest = (program: ProgramMatch): number => Math.max(0, ...program.years);

/**
 * The transition plan of one establishment: measures with their figures, programs with their checks, and what the reader must know.
 * Largest abatement first; measures that lower market-based Scope 2 alone come after the others, then those that cannot be told.
 */
export const makePlan = (input: PlanInput, data: PlannerData): TransitionPlan => {
  const { establishment, inventory, activityData, equipment = [] } = input;
  const facts = factsOf(establishment, inventory, equipment, data);
  const outcomes = data.measures.measures.map((measure) =>
    estimateMeasure(measure, { inventory, activityData, equipment, facts, data: data.measures }, data),
  );
  const measures = outcomes
    .flatMap((outcome) => ('candidate' in outcome ? [outcome.candidate] : []))
    .sort((a, b) => rank(a) - rank(b) || typical(b) - typical(a));
  const offered = new Set(measures.map((measure) => measure.id));
  const programs = data.programs.programs
    .map((program) => matchProgram(program, facts, offered, data))
    .sort(
      (a, b) =>
        order.indexOf(a.eligibility) - order.indexOf(b.eligibility) ||
        natures.indexOf(a.nature) - natures.indexOf(b.nature) ||
        latest(b) - latest(a) ||
        b.measures.length - a.measures.length,
    );
  const notes: readonly Text[] = planNotes(inventory, measures, facts, data);
  return {
    establishment,
    inventory,
    measures,
    setAside: outcomes.flatMap((outcome) => ('setAside' in outcome ? [outcome.setAside] : [])),
    programs,
    notes,
    catalogHash: data.catalogHash,
  };
};
