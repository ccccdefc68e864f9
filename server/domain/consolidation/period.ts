/** The days something holds, both included, as YYYY-MM-DD; left out where it has no beginning or no end. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

const beginning = '0000-01-01';
const end = '9999-12-31';

/** Whether any day of a calendar year lies in a period. */
export const touchesYear = ({ from = beginning, to = end }: Period, year: number): boolean =>
  from <= `${year}-12-31` && to >= `${year}-01-01`;

/** Whether a period covers a calendar year from its first day to its last. */
export const coversYear = ({ from = beginning, to = end }: Period, year: number): boolean =>
  from <= `${year}-01-01` && to >= `${year}-12-31`;

/** Whether a period lies within another. */
export const liesWithin = (inner: Period, outer: Period): boolean =>
  (inner.from ?? beginning) >= (outer.from ?? beginning) && (inner.to ?? end) <= (outer.to ?? end);

/** Whether it ends before it begins. */
export const isBackward = ({ from = beginning, to = end }: Period): boolean => to < from;
