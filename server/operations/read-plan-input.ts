import type { FactorData } from '../domain/factor-data.js';
import { type Fault, withoutRepeats } from '../domain/fault.js';
import { inventoryFrom } from '../domain/inventory-from.js';
import { readJsonText } from '../domain/json-text.js';
import { asObject, type Plain } from '../domain/read-fields.js';
import { readInventoryRequest } from '../domain/read-request.js';
import type { PlanInput } from '../planner/make-plan.js';
import type { PlannerData } from '../planner/planner-data.js';
import { readEstablishment } from '../planner/read-establishment.js';
import { plannerProblems } from '../problem/planner-problems.js';
import { type ProblemKind, sentenceOf } from '../problem/problem.js';
import { type WordedFault, wordFault } from './word-faults.js';

/** What reading a plan's input needs of a site. */
export interface PlanInputSite {
  readonly catalog: { readonly emissionFactors: FactorData; readonly planner: PlannerData };
  readonly clock: { now(): Date };
}

const kinds: Readonly<Record<string, ProblemKind | undefined>> = plannerProblems;

const word = (fault: Fault): WordedFault => {
  const kind = kinds[fault.code];
  return kind === undefined ? wordFault(fault) : { field: fault.field, code: fault.code, ...sentenceOf(kind, fault.values) };
};

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

const withoutEstablishment = (whole: Plain): Plain => Object.fromEntries(Object.entries(whole).filter(([key]) => key !== 'establishment'));

/**
 * Reads the input of a plan: a request of `calculate` plus `establishment`, as UTF-8 JSON, and computes its inventory.
 * @returns what a plan is made from, or every fault of the input
 */
export const readPlanInput = (
  { catalog, clock }: PlanInputSite,
  bytes: Uint8Array,
): PlanInput | { readonly errors: readonly WordedFault[] } => {
  const text = textOf(bytes);
  if (text === null) return { errors: [word({ code: 'notUtf8', field: '', values: {} })] };
  const { value, faults } = readJsonText(text);
  const whole = asObject(value);
  const read = readInventoryRequest(whole === null ? value : withoutEstablishment(whole), catalog.emissionFactors, faults);
  const names = { regions: catalog.planner.regions, equipment: catalog.planner.measures.equipment };
  const found = whole === null ? null : readEstablishment(whole.establishment, names);
  const computed = inventoryFrom(read, catalog.emissionFactors, clock.now().getFullYear());
  const wrong = [...('faults' in computed ? computed.faults : []), ...(found !== null && 'faults' in found ? found.faults : [])];
  if ('faults' in computed || found === null || 'faults' in found || read.request === null)
    return { errors: withoutRepeats(wrong).map(word) };
  return {
    establishment: found.establishment,
    inventory: computed.inventory,
    activityData: read.request.activityData,
    equipment: found.equipment,
  };
};
