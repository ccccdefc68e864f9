/** Where respondents of a round ask: as somebody typed it on a day. */
export interface RoundContact {
  readonly desk: string;
  readonly phone: string;
  readonly email: string;
  readonly hours: string;
  readonly setAt: Date;
}

/** One collection of answers to the forms of one item bank about one reporting year. */
export interface Round {
  readonly id: string;
  /** The item bank whose forms are asked. */
  readonly bank: string;
  readonly reportingYear: number;
  /** A round of the example establishments; its answers are never statistics. */
  readonly isExample: boolean;
  /** Null while it is being prepared. */
  readonly openedAt: Date | null;
  /** Null until it is closed, and again when it is opened once more. */
  readonly closedAt: Date | null;
  /** When it was put away; null: it was not. */
  readonly archivedAt: Date | null;
  /** Null until somebody has set it. */
  readonly contact: RoundContact | null;
}

export interface Rounds {
  byId(id: string): Promise<Round | null>;
  /** Latest reporting year first. */
  all(): Promise<readonly Round[]>;
  /** Throws AlreadyThere when the id is taken. */
  add(round: Round): Promise<void>;
  /** Replaces a round if its dates are still those of `before`; tells whether it did. */
  replace(round: Round, before: Round): Promise<boolean>;
  /** Sets where its respondents ask. */
  setContact(id: string, contact: RoundContact | null): Promise<void>;
}
