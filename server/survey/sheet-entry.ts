import type { CellProblemCode } from '../problem/cell-problems.js';

/** Why a cell is not taken; whoever shows it finds the sentence by the code. */
export interface CellFault {
  readonly code: CellProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A cell of a file that belongs to a field of the form. */
export interface SheetEntry {
  readonly question: string;
  /** Behind the question, as in the name of the field. */
  readonly part: string;
  /** `전기!D14` */
  readonly address: string;
  /** As if it had been typed into the field: the id of what was chosen by name, all digits of a number. Empty: not ticked. */
  readonly text: string;
  /** As the cell shows it. */
  readonly shown: string;
  /** A formula made it; its value is the one it had when the file was saved. */
  readonly isComputed: boolean;
  /** Not taken, and why. */
  readonly fault: CellFault | null;
}

/** Something in a file that belongs to no field, and so is not read. */
export interface SheetNote extends CellFault {
  readonly address: string;
}

/** What a file says about a form. */
export interface SheetReading {
  readonly entries: readonly SheetEntry[];
  readonly notes: readonly SheetNote[];
}
