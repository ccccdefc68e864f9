/** A signed-in browser. Its id is the SHA-256 of the secret in the cookie. */
export interface Session {
  readonly id: string;
  readonly establishmentId: string;
  readonly invitationId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** Absolute end. */
  readonly expiresAt: Date;
}

export interface Sessions {
  byId(id: string): Promise<Session | null>;
  add(session: Session): Promise<void>;
  touch(id: string, at: Date): Promise<void>;
  remove(id: string): Promise<void>;
}
