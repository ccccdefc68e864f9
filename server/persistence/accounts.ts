/** A person who signs in. What they may do stands in their grants. */
export interface Account {
  readonly id: string;
  /** What its owner types to sign in: composed, lower case. Unique. */
  readonly loginName: string;
  /** How the person is called. */
  readonly name: string;
  readonly email: string | null;
  /** Argon2id, in the PHC format; null: none was chosen yet. */
  readonly passwordHash: string | null;
  /** Secret of the authenticator app, base32; null: none is enrolled. */
  readonly totpSecret: string | null;
  /** Time step of the last code that was taken: no code is taken twice. */
  readonly totpLastStep: number;
  /** SHA-256 of the recovery codes that are left. */
  readonly recoveryHashes: readonly string[];
  /** Who the person is at the identity provider, linked by an administrator; both or neither. */
  readonly oidcIssuer: string | null;
  readonly oidcSubject: string | null;
  readonly createdAt: Date;
  /** A disabled account cannot sign in; null: it is not. */
  readonly disabledAt: Date | null;
  /** Grows by one with every change: the base of optimistic concurrency. */
  readonly revision: number;
}

export interface Accounts {
  byId(id: string): Promise<Account | null>;
  byLoginName(loginName: string): Promise<Account | null>;
  byIdentity(issuer: string, subject: string): Promise<Account | null>;
  /** By login name. */
  all(): Promise<readonly Account[]>;
  /** Throws AlreadyThere when the id, the login name or the identity is taken. */
  add(account: Account): Promise<void>;
  /** Replaces the account if its revision is still `expected`, giving it the next; tells whether it did. */
  replace(account: Account, expected: number): Promise<boolean>;
}
