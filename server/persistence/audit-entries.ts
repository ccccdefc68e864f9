/** Who did what to whose data. Never holds the values themselves. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: { readonly role: 'respondent' | 'operator'; readonly sessionId: string | null };
  readonly action:
    | 'invitation.create'
    | 'invitation.redeem'
    | 'session.end'
    | 'response.open'
    | 'response.save'
    | 'response.submit'
    | 'plan.read';
  readonly establishmentId: string;
  readonly subject: { readonly kind: 'invitation' | 'session' | 'response'; readonly id: string };
  /** Revision, version, section, request id: facts about the act, not about the factory. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface AuditEntries {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  ofEstablishment(establishmentId: string, limit: number): Promise<readonly AuditEntry[]>;
}
