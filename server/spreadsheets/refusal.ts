import type { SheetProblemCode } from '../problem/sheet-problems.js';

/** A file that is not read, and why: it crosses from the reading thread as code and values, which a Problem would not survive. */
export class Refusal extends Error {
  constructor(
    readonly code: SheetProblemCode,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
