import type { FactorSet, FactorSetRow } from './factor-data.js';
import type { Fault } from './fault.js';

/** The row of a set that serves a reporting year. `older` when the year lies behind the last row and borrows it. */
export interface ChosenRow {
  readonly row: FactorSetRow;
  readonly older: boolean;
}

/**
 * Chooses the row of a factor set by reporting year, as a whole.
 * @param currentYear years after it are refused
 * @returns the row, or the fault of the year: in the future, before the first row, or after the last of a set that lends none
 */
export const chooseRow = (set: FactorSet, reportingYear: number, currentYear: number): ChosenRow | Fault => {
  const fault = (code: string, values: Fault['values']): Fault => ({
    code,
    field: 'reportingYear',
    values: { year: reportingYear, set: set.id, ...values },
  });
  if (reportingYear > currentYear) return fault('yearInFuture', { currentYear });
  const fits = set.rows.find((row) => (row.from === null || row.from <= reportingYear) && reportingYear <= row.to);
  if (fits !== undefined) return { row: fits, older: false };
  const first = set.rows[0];
  const last = set.rows.at(-1);
  if (first === undefined || last === undefined) throw new Error(`The factor set ${set.id} has no rows.`);
  if (first.from !== null && reportingYear < first.from) return fault('yearBeforeSet', { first: first.from });
  return set.afterLastRow === 'last-row' ? { row: last, older: true } : fault('yearAfterSet', { last: last.to });
};
