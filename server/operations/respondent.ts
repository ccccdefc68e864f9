import type { AuditActor } from '../persistence/audit-entries.js';
import type { Author } from '../survey/author.js';

/** What somebody who was let fill in may see and do; everything else is not there for them. */
export interface Limits {
  readonly delegationId: string;
  /** Whom the respondent named. */
  readonly name: string;
  /** The one response. */
  readonly responseId: string;
  /** Null: all sections. */
  readonly sections: readonly string[] | null;
  readonly maySubmit: boolean;
}

/** For which establishment something is done, and in which session; null: by the operator, as when examples are made. */
export interface OnBehalf {
  readonly establishmentId: string;
  readonly sessionId: string | null;
  /** Who does it, where it is not the establishment itself: a surveyor who visits. */
  readonly by?: AuditActor;
  /** Network address of the request. */
  readonly from?: string;
  /** Of whoever was let fill in; absent: the establishment itself. */
  readonly limits?: Limits;
}

/** Somebody who entered by an invitation: speaks for one establishment. */
export interface Respondent extends OnBehalf {
  readonly role: 'respondent';
  readonly sessionId: string;
  /** When the session ends at the latest. */
  readonly endsAt?: Date;
}

/** Somebody whom a respondent let fill in one response for a while. */
export interface Delegate extends OnBehalf {
  readonly role: 'delegate';
  readonly sessionId: string;
  readonly limits: Limits;
  readonly endsAt?: Date;
}

/** Who the audit log says did it. */
export const actorOf = ({ sessionId, by, from, limits }: OnBehalf): AuditActor =>
  by ?? {
    role: limits !== undefined ? 'delegate' : sessionId === null ? 'operator' : 'respondent',
    accountId: null,
    sessionId,
    from: from ?? null,
  };

/** Who the answers say typed them. */
export const authorOf = ({ sessionId, by, limits }: OnBehalf): Author => {
  if (limits !== undefined) return `delegate:${limits.delegationId}`;
  if (by !== undefined) return by.accountId === null ? 'operator' : `account:${by.accountId}`;
  return sessionId === null ? 'operator' : 'respondent';
};

/** What an entry of the audit log says of a delegate besides. */
export const limitFacts = ({ limits }: OnBehalf): Readonly<Record<string, string>> =>
  limits === undefined ? {} : { delegation: limits.delegationId };
