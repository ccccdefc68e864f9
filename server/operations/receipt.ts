import type { ResponseVersion } from '../persistence/response-versions.js';

/** What a respondent keeps as proof of a submission. */
export interface Receipt {
  readonly id: string;
  readonly version: number;
  /** SHA-256 of the answers and reasons, and of what was attached where something was; hex. */
  readonly hash: string;
  readonly submittedAt: Date;
}

export const receiptOf = ({ id, version, hash, submittedAt }: ResponseVersion): Receipt => ({ id, version, hash, submittedAt });
