import type { Fault } from '../domain/fault.js';
import { inventoryProblems } from '../problem/inventory-problems.js';
import { Problem, type ProblemKind, sentenceOf } from '../problem/problem.js';

/** A fault in words: what a command prints on a line and an interface answers with. */
export interface WordedFault {
  readonly field: string;
  readonly code: string;
  readonly en: string;
  readonly ko: string;
}

const kinds: Readonly<Record<string, ProblemKind | undefined>> = inventoryProblems;

const kindOf = (fault: Fault): ProblemKind => {
  const kind = kinds[fault.code];
  if (kind === undefined) throw new Error(`The fault ${fault.code} has no sentence.`);
  return kind;
};

/** A fault of activity data in both languages. The field of a whole input is "input". */
export const wordFault = (fault: Fault): WordedFault => ({
  field: fault.field === '' ? 'input' : fault.field,
  code: fault.code,
  ...sentenceOf(kindOf(fault), fault.values),
});

/** A fault of activity data as a Problem to throw. */
export const problemOf = (fault: Fault): Problem => {
  const kind = kindOf(fault);
  return new Problem(fault.code, kind.status, sentenceOf(kind, fault.values), fault.field);
};
