/** A letter sent by mail: once for each order and establishment, however often the order arrives. */
export interface Mailing {
  /** Made of order and establishment. */
  readonly id: string;
  readonly roundId: string;
  readonly establishmentId: string;
  /** `sending` is also what stays when the site died before it knew: such a letter is not sent again by itself. */
  readonly state: 'sending' | 'sent' | 'failed';
  readonly at: Date;
}

export interface Mailings {
  ofRound(roundId: string): Promise<readonly Mailing[]>;
  /** Throws AlreadyThere when the order has reached this establishment before. */
  add(mailing: Mailing): Promise<void>;
  settle(id: string, state: Mailing['state']): Promise<void>;
}
