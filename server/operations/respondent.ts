import type { AuditEntry } from '../persistence/audit-entries.js';

/** For which establishment something is done, and in which session; null: by the operator, as when examples are made. */
export interface OnBehalf {
  readonly establishmentId: string;
  readonly sessionId: string | null;
}

/** Somebody who entered by an invitation: speaks for one establishment. */
export interface Respondent extends OnBehalf {
  readonly role: 'respondent';
  readonly sessionId: string;
}

/** Who the audit log says did it. */
export const actorOf = ({ sessionId }: OnBehalf): AuditEntry['actor'] => ({
  role: sessionId === null ? 'operator' : 'respondent',
  sessionId,
});
