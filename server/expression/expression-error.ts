/** An expression that cannot be read or does not fit its questions. Whoever writes the data file sees it; no respondent ever does. */
export class ExpressionError extends Error {
  constructor(
    readonly source: string,
    /** Characters from 0; null when the fault has no one place. */
    readonly at: number | null,
    readonly reason: string,
  ) {
    super(`${reason}${at === null ? '' : ` at character ${at + 1}`} of "${source}"`);
    this.name = 'ExpressionError';
  }
}
