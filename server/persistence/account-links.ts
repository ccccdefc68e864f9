/** A one-time link by which an account's owner chooses a password. Only the SHA-256 of its secret is kept. */
export interface AccountLink {
  readonly id: string;
  readonly secretHash: string;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface AccountLinks {
  bySecretHash(secretHash: string): Promise<AccountLink | null>;
  add(link: AccountLink): Promise<void>;
  /** Marks it used if it was neither used nor revoked and has not expired; tells whether it did, so that of two clicks one wins. */
  use(id: string, at: Date): Promise<boolean>;
  /** Revokes what has not been used yet; returns how many. */
  revokeUnused(accountId: string, at: Date): Promise<number>;
}
