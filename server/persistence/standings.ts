import type { GroupCounts } from '../statistics/rank-in-group.js';
import type { SizeBand } from '../survey/size-band.js';

/**
 * What a submitted response counts for among its like. It holds no name and no establishment, and its intensity to two digits alone, so
 * that nobody learns the figure of another by submitting again and again and watching the rank change.
 */
export interface Standing {
  /** The response: the latest version of each counts. */
  readonly id: string;
  readonly roundId: string;
  /** Division of its industry: two digits of the KSIC. */
  readonly division: string;
  readonly sizeBand: SizeBand;
  /** tCO2eq per worker. */
  readonly intensity: number;
}

export interface Standings {
  byResponse(responseId: string): Promise<Standing | null>;
  /** Puts a response into its group, or into another than before. */
  put(standing: Standing): Promise<void>;
  remove(responseId: string): Promise<void>;
  /** Counts its group in the store: no other standing leaves it. */
  countAround(standing: Standing): Promise<GroupCounts>;
}
