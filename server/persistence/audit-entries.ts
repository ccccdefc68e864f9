import type { Role } from '../survey/role.js';

/** Who did it, and from where. `operator`: by a command on the server; `public`: nobody who is signed in, as at a sign-in that failed. */
export interface AuditActor {
  readonly role: Role | 'operator' | 'public';
  readonly accountId: string | null;
  readonly sessionId: string | null;
  /** Network address of the request; null: none, as by command. */
  readonly from: string | null;
}

/** Who did what to whose data. Never holds the values themselves. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: AuditActor;
  readonly action:
    | 'invitation.create'
    | 'invitation.redeem'
    | 'invitation.refuse'
    | 'invitation.revoke'
    | 'session.begin'
    | 'session.refuse'
    | 'session.end'
    | 'account.add'
    | 'account.disable'
    | 'account.enable'
    | 'account.link'
    | 'account.password'
    | 'account.factor'
    | 'account.identity'
    | 'grant.add'
    | 'grant.end'
    | 'assignment.add'
    | 'assignment.end'
    | 'register.read'
    | 'response.open'
    | 'response.save'
    | 'response.submit'
    | 'plan.read';
  /** Whose data; null: no establishment's. */
  readonly establishmentId: string | null;
  readonly subject: {
    readonly kind: 'invitation' | 'session' | 'response' | 'account' | 'grant' | 'assignment' | 'establishment';
    readonly id: string;
  };
  /** Revision, version, section, request id: facts about the act, not about the factory. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface AuditEntries {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  ofEstablishment(establishmentId: string, limit: number): Promise<readonly AuditEntry[]>;
  /** What was done to an account, a grant or a session, newest first. */
  ofSubject(id: string, limit: number): Promise<readonly AuditEntry[]>;
}
