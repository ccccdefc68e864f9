import type { AuditActor } from '../persistence/audit-entries.js';
import type { Grant } from '../persistence/grants.js';

export { type AccountRole, accountRoles, type Power, powersOf, type Role } from '../survey/role.js';

/** Somebody who signed in with an account and passed every factor it needs. */
export interface AccountHolder {
  readonly role: 'account';
  readonly accountId: string;
  readonly name: string;
  readonly sessionId: string;
  /** When the session ends at the latest. */
  readonly endsAt?: Date;
  /** Roles in force; at a route only those that let its holder through. */
  readonly grants: readonly Grant[];
  /** Network address of the request. */
  readonly from: string;
}

/** Somebody whose password was right and whose second factor is still to come: not in yet. */
export interface Entering {
  readonly role: 'entering';
  readonly accountId: string;
  readonly name: string;
  readonly sessionId: string;
  /** When the session ends at the latest. */
  readonly endsAt?: Date;
  /** `code`: of the authenticator app; `enrolment`: the app is to be set up first. */
  readonly needs: 'code' | 'enrolment';
  readonly from: string;
}

/** Who the audit log says did it. */
export const holderActor = (who: AccountHolder | Entering): AuditActor => ({
  role: who.role === 'account' ? (who.grants[0]?.role ?? 'public') : 'public',
  accountId: who.accountId,
  sessionId: who.sessionId,
  from: who.from,
});

/** By a command on the server. */
export const operator: AuditActor = { role: 'operator', accountId: null, sessionId: null, from: null };
