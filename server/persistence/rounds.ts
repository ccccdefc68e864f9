/** One collection of answers with one edition of the questionnaire about one reporting year. */
export interface Round {
  readonly id: string;
  readonly editionId: string;
  readonly reportingYear: number;
  /** A round of the example establishments; its answers are never statistics. */
  readonly isExample: boolean;
  readonly openedAt: Date;
  /** Null while it is open. */
  readonly closedAt: Date | null;
}

export interface Rounds {
  byId(id: string): Promise<Round | null>;
  /** Latest reporting year first. */
  all(): Promise<readonly Round[]>;
  /** Throws AlreadyThere when the id is taken. */
  add(round: Round): Promise<void>;
}
