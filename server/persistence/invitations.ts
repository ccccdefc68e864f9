/** A one-time link to an establishment's answers. Only the SHA-256 of its secret is kept. */
export interface Invitation {
  readonly id: string;
  readonly secretHash: string;
  readonly establishmentId: string;
  /**
   * `demo`: printed at start; `letter`: made by command; `return`: made by a respondent to come back later; `device`: a short code to go on
   * elsewhere within minutes; `delegate`: for somebody who was let fill in.
   */
  readonly purpose: 'demo' | 'letter' | 'return' | 'device' | 'delegate';
  /** The delegation its bearer acts by; null: the establishment itself. */
  readonly delegationId: string | null;
  /** The session it was made in; null: none, as by command. */
  readonly madeIn: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface Invitations {
  byId(id: string): Promise<Invitation | null>;
  bySecretHash(secretHash: string): Promise<Invitation | null>;
  add(invitation: Invitation): Promise<void>;
  /** Marks it used if it was neither used nor revoked and has not expired; tells whether it did, so that of two clicks one wins. */
  use(id: string, at: Date): Promise<boolean>;
  /** Whose letters were made, and which were used: by establishment, without the secrets. */
  lettersOf(establishmentIds: readonly string[]): Promise<readonly Pick<Invitation, 'establishmentId' | 'usedAt'>[]>;
  /** How many ended before a moment. */
  countExpired(before: Date): Promise<number>;
  /** Removes those that ended before a moment; returns how many. */
  removeExpired(before: Date): Promise<number>;
  /** Revokes what has not been used yet, of the establishment itself or of one delegation; returns how many. */
  revokeUnused(establishmentId: string, purpose: Invitation['purpose'], at: Date, delegationId?: string | null): Promise<number>;
  /** Those made in a session, newest first. */
  madeIn(sessionId: string, purpose: Invitation['purpose']): Promise<readonly Invitation[]>;
  /** Removes those of a delegation; returns how many. */
  removeOfDelegation(delegationId: string): Promise<number>;
}
