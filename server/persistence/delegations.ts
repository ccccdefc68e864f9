/** A respondent lets somebody else fill in one response for a while: an accountant, a consultant. */
export interface Delegation {
  readonly id: string;
  readonly establishmentId: string;
  readonly responseId: string;
  readonly roundId: string;
  /** Whom, in the words of the respondent. */
  readonly name: string;
  /** The slow hash of a code they are told by another way than their links. */
  readonly codeHash: string;
  /** Sections they see and fill in; null: all. */
  readonly sections: readonly string[] | null;
  readonly maySubmit: boolean;
  readonly createdAt: Date;
  /** They are out from here on, whatever they hold. */
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export interface Delegations {
  byId(id: string): Promise<Delegation | null>;
  /** Newest first. */
  ofResponse(responseId: string): Promise<readonly Delegation[]>;
  add(delegation: Delegation): Promise<void>;
  /** Ends it if it is of this response and was not ended yet; tells whether it did. */
  revoke(id: string, responseId: string, at: Date): Promise<boolean>;
  /** Ends all of an establishment that were not ended yet; returns how many. */
  revokeOfEstablishment(establishmentId: string, at: Date): Promise<number>;
  /** Removes every one of a response for good; returns how many. */
  removeOfResponse(responseId: string): Promise<number>;
}
