import type { AuditActor } from '../persistence/audit-entries.js';

/** For which establishment something is done, and in which session; null: by the operator, as when examples are made. */
export interface OnBehalf {
  readonly establishmentId: string;
  readonly sessionId: string | null;
  /** Who does it, where it is not the establishment itself: a surveyor who visits. */
  readonly by?: AuditActor;
  /** Network address of the request. */
  readonly from?: string;
}

/** Somebody who entered by an invitation: speaks for one establishment. */
export interface Respondent extends OnBehalf {
  readonly role: 'respondent';
  readonly sessionId: string;
  /** When the session ends at the latest. */
  readonly endsAt?: Date;
}

/** Who the audit log says did it. */
export const actorOf = ({ sessionId, by, from }: OnBehalf): AuditActor =>
  by ?? { role: sessionId === null ? 'operator' : 'respondent', accountId: null, sessionId, from: from ?? null };
