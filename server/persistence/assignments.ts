/** An establishment given to somebody to visit in a round. */
export interface Assignment {
  readonly id: string;
  readonly establishmentId: string;
  readonly roundId: string;
  /** The contractor whose field work it is; null: none. */
  readonly organization: string | null;
  /** Account of the surveyor; null: the organization has not given it to anybody yet. */
  readonly accountId: string | null;
  readonly assignedAt: Date;
  readonly endedAt: Date | null;
}

/** What assignments are asked for by; what is not named does not matter. */
export interface AssignmentQuery {
  readonly establishmentId?: string;
  readonly accountId?: string;
  readonly organization?: string;
  readonly roundIds?: readonly string[];
}

export interface Assignments {
  /** Those not ended, by establishment. */
  inForce(query: AssignmentQuery): Promise<readonly Assignment[]>;
  add(assignment: Assignment): Promise<void>;
  /** Ends those of an establishment in a round; returns how many. */
  end(establishmentId: string, roundId: string, at: Date): Promise<number>;
}
