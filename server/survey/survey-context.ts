import type { Answers } from './answer.js';
import type { HidiroglouBerthelotCell } from './hidiroglou-berthelot.js';

/** What the same establishment answered before, in today's questions and units. */
export interface EarlierAnswers {
  readonly roundId: string;
  /** The calendar year they are about. */
  readonly referenceYear: number;
  readonly answers: Answers;
}

/** Where a number lies among the establishments of one industry and size. The bounds are rounded outward: they are nobody's answer. */
export interface CellBounds {
  readonly n: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** One cell: an industry and a size band. It says bounds and counts, never who is in it. */
export interface CellStatistics {
  /** Which computation it is of. */
  readonly version: string;
  /** By the id of the measure; cells with too few answers are not here. */
  readonly measures: Readonly<Record<string, CellBounds>>;
  /** By question. */
  readonly changes: Readonly<Record<string, HidiroglouBerthelotCell>>;
}

/** What is known beside the answers themselves when they are checked. Server and browser are given the same. */
export interface SurveyContext {
  readonly earlier: EarlierAnswers | null;
  readonly cell: CellStatistics | null;
}

export const nothingKnown: SurveyContext = { earlier: null, cell: null };
