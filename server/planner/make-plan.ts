import { estimateMeasure } from './estimate-measure.js';
import { factsOf } from './facts.js';
import { matchProgram } from './match-program.js';
import type { CandidateMeasure, ProgramMatch, Text, ThreeValued, TransitionPlan } from './plan.js';
import type { PlanInput } from './plan-input.js';
import { planNotes } from './plan-notes.js';
import type { PlannerData } from './planner-data.js';
import type { SupportProgram } from './program.js';

const rank = (measure: CandidateMeasure): number => {
  if (measure.verdict === 'cannotTell') return 2;
  return measure.abatementMethod === 'market' ? 1 : 0;
};

const typical = (measure: CandidateMeasure): number => measure.abatement?.typical ?? measure.abatement?.high ?? 0;

const order: readonly ThreeValued[] = ['yes', 'unknown', 'no'];

const natures: readonly ProgramMatch['nature'][] = ['support', 'duty', 'frame'];

interface Matched {
  readonly program: SupportProgram;
  readonly match: ProgramMatch;
}

/** Eligible first, support before duties and frames, running before perhaps ended, the latest terms and the most measures first. */
const byUse = (a: Matched, b: Matched): number =>
  order.indexOf(a.match.eligibility) - order.indexOf(b.match.eligibility) ||
  natures.indexOf(a.match.nature) - natures.indexOf(b.match.nature) ||
  Number(b.program.continuing) - Number(a.program.continuing) ||
  (b.program.lastSeen ?? 0) - (a.program.lastSeen ?? 0) ||
  b.match.measures.length - a.match.measures.length;

/**
 * The transition plan of one establishment: measures with their figures, programs with their checks, and what the reader must know.
 * Largest abatement first; measures that lower market-based Scope 2 alone come after the others, then those that cannot be told.
 */
export const makePlan = (input: PlanInput, data: PlannerData): TransitionPlan => {
  const { establishment, inventory, activityData, equipment = [], matchPrograms = true, date } = input;
  const facts = factsOf(establishment, inventory, equipment, data);
  const outcomes = data.measures.measures.map((measure) =>
    estimateMeasure(measure, { inventory, activityData, equipment, facts, data: data.measures }, data),
  );
  const measures = outcomes
    .flatMap((outcome) => ('candidate' in outcome ? [outcome.candidate] : []))
    .map((measure) => (matchPrograms ? measure : { ...measure, programs: [] }))
    .sort((a, b) => rank(a) - rank(b) || typical(b) - typical(a));
  const offered = new Set(measures.map((measure) => measure.id));
  const offeredPrograms = matchPrograms ? data.programs.programs : [];
  const programs = offeredPrograms
    .map((program) => ({ program, match: matchProgram(program, facts, offered, data, date) }))
    .sort(byUse)
    .map(({ match }) => match);
  const notes: readonly Text[] = planNotes(input, measures, facts, data);
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
