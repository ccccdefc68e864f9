/** Where an answer stands: a question, or a cell of its table. */
export interface Place {
  readonly question: string;
  /** From 1. */
  readonly row?: number;
  /** The id of a column. */
  readonly column?: string;
}

/** The id of the activity an answer became: `diesel-used`, or `refrigerants.3` for the third row. */
export const activityIdOf = ({ question, row }: Place): string => (row === undefined ? question : `${question}.${row}`);

/** The answer that became an activity. Ids of questions have no dot. */
export const placeOf = (activityId: string): Place => {
  const [question = '', row] = activityId.split('.');
  return row === undefined ? { question } : { question, row: Number(row) };
};
