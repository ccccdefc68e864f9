import type { Answers } from './answer.js';
import type { Correction } from './correction.js';
import type { Edition } from './edition.js';
import type { Origins } from './origin.js';

/** Why a warning is right as it stands. `code` is one of Edition.reasonCodes. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** What one establishment answered in one round, as a plain value. */
export interface Response {
  /** UUID made where the response was begun. */
  readonly id: string;
  readonly establishmentId: string;
  readonly roundId: string;
  readonly editionId: string;
  readonly editionHash: string;
  /** Counts accepted changes, from 0. */
  readonly revision: number;
  readonly status: 'draft' | 'submitted';
  readonly answers: Answers;
  /** By the key of the finding. */
  readonly reasons: Readonly<Record<string, Reason>>;
  /** Of answers that nobody typed. */
  readonly origins: Origins;
  /** In the order they were accepted. */
  readonly corrections: readonly Correction[];
}

/** A response with nothing in it. */
export const emptyResponse = (
  edition: Pick<Edition, 'id' | 'hash'>,
  ids: { readonly id: string; readonly establishmentId: string; readonly roundId: string },
): Response => ({
  ...ids,
  editionId: edition.id,
  editionHash: edition.hash,
  revision: 0,
  status: 'draft',
  answers: {},
  reasons: {},
  origins: {},
  corrections: [],
});
