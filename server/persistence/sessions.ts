/** A signed-in browser, of a respondent or of an account. Its id is the SHA-256 of the secret in the cookie. */
export interface Session {
  readonly id: string;
  /** Whom a respondent speaks for, and the invitation they came by; null in the session of an account. */
  readonly establishmentId: string | null;
  readonly invitationId: string | null;
  /** The delegation it acts by; null: the establishment itself, or an account. */
  readonly delegationId: string | null;
  /** Null in the session of a respondent. */
  readonly accountId: string | null;
  /** A code of the authenticator app was given, or a recovery code. */
  readonly secondFactor: boolean;
  /** Secret of an authenticator app that is being set up, until its first code is given. */
  readonly pendingFactor: string | null;
  /** For its owner's list of sessions: the browser's kind, and the address it signed in from. */
  readonly device: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** Absolute end. */
  readonly expiresAt: Date;
}

export interface Sessions {
  byId(id: string): Promise<Session | null>;
  /** Latest seen first. */
  ofAccount(accountId: string): Promise<readonly Session[]>;
  /** Those of an establishment's respondents and delegates, newest first. */
  ofEstablishment(establishmentId: string): Promise<readonly Session[]>;
  add(session: Session): Promise<void>;
  /** Lays down the secret of an app that is being set up. */
  prepareFactor(id: string, secret: string): Promise<void>;
  touch(id: string, at: Date): Promise<void>;
  remove(id: string): Promise<void>;
  /** Ends one session if it is the account's; tells whether there was one. */
  removeOwn(id: string, accountId: string): Promise<boolean>;
  /** Ends every session of an account; returns how many. */
  removeOfAccount(accountId: string): Promise<number>;
  /** Ends every session of an establishment's respondents; returns how many. */
  removeOfEstablishment(establishmentId: string): Promise<number>;
  /** Ends every session of a delegation; returns how many. */
  removeOfDelegation(delegationId: string): Promise<number>;
}
