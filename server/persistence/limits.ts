/** How often something was tried, until it is forgotten. */
export interface Limit {
  /** What is counted for whom; never holds what was typed. */
  readonly id: string;
  readonly points: number;
  readonly expiresAt: Date;
}

export interface Limits {
  /** Null when nothing is counted, or what was is out of date at `at`. */
  get(id: string, at: Date): Promise<Limit | null>;
  /** Adds points, or begins anew where nothing is counted that is still in date. All who count at once are counted. */
  count(id: string, points: number, at: Date, expiresAt: Date): Promise<Limit>;
  /** Sets points and their time, whatever was counted before. */
  set(limit: Limit): Promise<void>;
  /** Tells whether there was something. */
  forget(id: string): Promise<boolean>;
}
