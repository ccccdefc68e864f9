import type { Fault } from '../domain/fault.js';
import { printable } from '../domain/printable.js';
import { baseYearProblems } from '../problem/base-year-problems.js';
import { consolidationProblems } from '../problem/consolidation-problems.js';
import { anyNumber, inventoryProblems, numberNouns } from '../problem/inventory-problems.js';
import { plannerProblems } from '../problem/planner-problems.js';
import { Problem, type ProblemKind, type Sentence, sentenceOf } from '../problem/problem.js';
import { uncertaintyProblems } from '../problem/uncertainty-problems.js';

/** A fault in words: what a command prints on a line and an interface answers with. */
export interface WordedFault {
  readonly field: string;
  readonly code: string;
  readonly en: string;
  readonly ko: string;
}

const longestValue = 80;
const longestField = 200;

/** Values that list words of ours: they are shown whole. */
const lists = ['known', 'allowed'];

const kinds: Readonly<Record<string, ProblemKind | undefined>> = {
  ...inventoryProblems,
  ...plannerProblems,
  ...uncertaintyProblems,
  ...consolidationProblems,
  ...baseYearProblems,
};

const kindOf = ({ code }: { readonly code: string }): ProblemKind => {
  const kind = kinds[code];
  if (kind === undefined) throw new Error(`The fault ${code} has no sentence.`);
  return kind;
};

/** What a number in a field is: the way out of a sentence about one. */
const nounOf = (field: string): Sentence => {
  const key = field.slice(field.lastIndexOf('.') + 1);
  return Object.entries(numberNouns).find(([name]) => name === key)?.[1] ?? anyNumber;
};

/** The path of a field on one line, however a key of the user reads. */
const fieldOf = ({ field }: Fault): string => printable(field, longestField);

/** The sentences of a fault on one line each: what the user wrote is shown with control characters escaped, and cut. */
const sentences = (fault: Fault): Sentence => {
  const values = Object.fromEntries(
    Object.entries(fault.values).map(([name, value]) => [
      name,
      typeof value === 'string' && !lists.includes(name) ? printable(value, longestValue) : value,
    ]),
  );
  const noun = nounOf(fault.field);
  const kind = kindOf(fault);
  return { en: sentenceOf(kind, { ...values, noun: noun.en }).en, ko: sentenceOf(kind, { ...values, noun: noun.ko }).ko };
};

/** A fault of activity data or of the establishment in both languages. The field of a whole input is "input". */
export const wordFault = (fault: Fault): WordedFault => ({
  field: fault.field === '' ? 'input' : fieldOf(fault),
  code: fault.code,
  ...sentences(fault),
});

/** A fault of activity data as a Problem to throw. */
export const problemOf = (fault: Fault): Problem => new Problem(fault.code, kindOf(fault).status, sentences(fault), fieldOf(fault));

/** A fault that has been worded, as a Problem: what an interface answers with beside the list of all faults. */
export const problemOfWorded = (fault: WordedFault): Problem =>
  new Problem(fault.code, kindOf(fault).status, { en: fault.en, ko: fault.ko }, fault.field === 'input' ? '' : fault.field);
