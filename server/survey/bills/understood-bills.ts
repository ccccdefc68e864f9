import type { MonthlyQuestion } from '../edition.js';
import type { AnswerImport } from '../import-answers.js';
import type { BillNote, BillVat } from './bill-plan.js';
import type { BillColumns, BillHeader, BillTable } from './bill-table.js';
import type { ReadBills } from './read-bills.js';

/** A file of bills as it is understood, and what it would change. */
export interface UnderstoodBills {
  readonly question: MonthlyQuestion;
  readonly questions: readonly MonthlyQuestion[];
  readonly table: BillTable;
  readonly header: BillHeader;
  readonly columns: BillColumns;
  readonly unit: string;
  readonly vat: BillVat;
  /** A customer number, or `*` for all of them added up. */
  readonly which: string;
  /** Chosen as the last time for a file with these titles. */
  readonly isRemembered: boolean;
  readonly read: ReadBills;
  readonly notes: readonly BillNote[];
  readonly answers: AnswerImport;
  /** The table as it goes through the page and back. */
  readonly tableText: string;
}
