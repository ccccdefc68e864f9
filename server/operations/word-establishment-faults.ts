import type { Fault } from '../domain/fault.js';
import { plannerProblems } from '../problem/planner-problems.js';
import { type ProblemKind, sentenceOf } from '../problem/problem.js';
import type { WordedFault } from './word-faults.js';

const kinds: Readonly<Record<string, ProblemKind | undefined>> = plannerProblems;

/** A fault of the establishment of a plan in both languages. */
export const wordEstablishmentFault = (fault: Fault): WordedFault => {
  const kind = kinds[fault.code];
  if (kind === undefined) throw new Error(`The fault ${fault.code} has no sentence.`);
  return { field: fault.field, code: fault.code, ...sentenceOf(kind, fault.values) };
};
