import type { Role } from '../survey/role.js';

/** Who did it, and from where. `delegate`: whom an establishment let fill in; `operator`: by a command on the server; `public`: nobody who is signed in, as at a sign-in that failed. */
export interface AuditActor {
  readonly role: Role | 'delegate' | 'operator' | 'public';
  readonly accountId: string | null;
  readonly sessionId: string | null;
  /** Network of the request, such as 203.0.113.0/24; null: none, as by command. The entry of requests sets it, whatever an operation says. */
  readonly from: string | null;
}

/** What can be done to somebody's data, to a right, or to the log itself. `auditKinds` of the operations says which is which. */
export type AuditAction =
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
  | 'register.add'
  | 'register.change'
  | 'register.import'
  | 'round.add'
  | 'round.open'
  | 'round.close'
  | 'round.archive'
  | 'letters.print'
  | 'letters.send'
  | 'round.contact'
  | 'response.open'
  | 'response.save'
  | 'response.submit'
  | 'response.restore'
  | 'response.download'
  | 'response.read'
  | 'evidence.add'
  | 'evidence.remove'
  | 'evidence.forgetPlace'
  | 'evidence.read'
  | 'result.read'
  | 'plan.read'
  | 'inventory.recompute'
  | 'cells.count'
  | 'answers.export'
  | 'review.begin'
  | 'review.return'
  | 'review.accept'
  | 'review.reopen'
  | 'comment.add'
  | 'delegation.add'
  | 'delegation.revoke'
  | 'consent.withdraw'
  | 'privacy.erase'
  | 'privacy.retention'
  | 'audit.prune'
  | 'audit.anchor';

/** Who did what to whose data, when, from where and why. Never holds the values themselves. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: AuditActor;
  readonly action: AuditAction;
  /** Whose data; null when it concerns no single establishment. */
  readonly establishmentId: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Revision, version, section: facts about the act, not about the factory. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** The number of the request, which the log of the site knows as well. */
  readonly requestId?: string | null;
  /** Why, in the words of whoever did it; asked for where raw answers leave the site. */
  readonly reason?: string | null;
}

/** An entry in its place of the chain. */
export interface AuditLink extends AuditEntry {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** The hash of the entry before; zeros before the first. */
  readonly prev: string;
  /** SHA-256 over everything else of this entry, hex. */
  readonly hash: string;
}

/** How far the chain goes. */
export type AuditHead = Pick<AuditLink, 'seq' | 'hash'>;

/** What lies in the collection, unchecked: also what somebody put there past the product. */
export type LyingEntry = Readonly<Record<string, unknown>> & { readonly _id: unknown };

export interface AuditEntries {
  /** Puts an entry at the end of the chain. Outside of a transaction it makes one of its own. */
  add(entry: AuditEntry): Promise<AuditLink>;
  /** Newest first. */
  ofEstablishment(establishmentId: string, limit: number): Promise<readonly AuditLink[]>;
  /** What was done to an account, a grant or a session, newest first. */
  ofSubject(id: string, limit: number): Promise<readonly AuditLink[]>;
  /** The last entry; null before the first. */
  head(): Promise<AuditHead | null>;
  /** The hash of an entry; null when there is none of this number. */
  hashAt(seq: number): Promise<string | null>;
  /** From a moment on and before another, oldest first. */
  between(from: Date, before: Date): AsyncIterable<AuditLink>;
  /** Everything there is by its number, exactly as it lies. */
  lying(): AsyncIterable<LyingEntry>;
  /** Removes the entries up to a number; only retention does this, after it wrote down that it does. Returns how many. */
  removeThrough(seq: number): Promise<number>;
}
