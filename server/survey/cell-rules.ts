import type { Expression } from '../expression/expression.js';
import type { EditRule } from './edit-rule.js';

/** A number that is compared with other establishments of the same industry and size. */
export interface CellMeasure {
  readonly id: string;
  readonly value: Expression;
  /** The shares of the accepted answers that lie below the bounds of a cell. */
  readonly quantiles: { readonly low: number; readonly high: number };
  /** What is used while a cell has too few answers, by how the industry code begins; the first that fits. An empty text fits all. */
  readonly ranges: readonly {
    readonly industry: string;
    readonly low: number;
    readonly middle: number | null;
    readonly high: number;
    readonly origin: EditRule['origin'];
  }[];
}

/** What is counted over the answers of others: by the first digits of the industry code and the size band, and nothing in a small cell. */
export interface CellRules {
  /** A cell with fewer answers is not used. */
  readonly leastAnswers: number;
  readonly industryDigits: number;
  readonly measures: readonly CellMeasure[];
  /** Changes from one year to the next, judged as a whole cell (Hidiroglou-Berthelot). */
  readonly changes: {
    readonly u: number;
    readonly a: number;
    /** Of the rule that asks the respondent, and of the list for calling back. */
    readonly c: { readonly ask: number; readonly report: number };
    readonly quantities: readonly { readonly question: string; readonly unit: string }[];
  };
}
