import type { Cells } from '../survey/count-cells.js';

/** Bounds of the cells of one round, as they were counted at one time. They name nobody, and a later count does not change an earlier one. */
export interface StoredCells {
  /** The version a check names. */
  readonly id: string;
  readonly roundId: string;
  readonly countedAt: Date;
  /** How many responses were counted. */
  readonly responses: number;
  readonly cells: Cells;
}

export interface CellStatisticsStore {
  /** The latest count of a round. */
  latestOf(roundId: string): Promise<StoredCells | null>;
  add(cells: StoredCells): Promise<void>;
}
