import type { BaseYearRequest, BoundaryChange, YearEffect } from './base-year-request.js';
import { noEmissions, summed, type TotalEmissions, withTotal } from './emissions-by-scope.js';

/**
 * `recalculated`: the base year and every year behind it; `laterYears`: the operations did not exist in the base year, so that only the
 * years since they do are computed again; `belowThreshold`: kept in mind until the sum of such changes is significant; `never`: organic growth.
 */
export type Decision = 'recalculated' | 'laterYears' | 'belowThreshold' | 'never';

export interface RecalculationDecision extends Pick<BoundaryChange, 'id' | 'year' | 'trigger' | 'reason'> {
  readonly decision: Decision;
  /** What the change makes of the base year, after less before. */
  readonly effectOnBaseYear: TotalEmissions;
  /** The largest of the changes of Scope 1, of Scope 2 and of both, in percent of the base year as it then stood; null of a base year of nothing. */
  readonly percent: number | null;
  /** The same with every earlier change that was below the threshold. */
  readonly cumulativePercent: number | null;
  readonly baseYearBefore: TotalEmissions;
  readonly baseYearAfter: TotalEmissions;
}

export const deltaOf = ({ before, after }: Pick<YearEffect, 'before' | 'after'>): TotalEmissions =>
  summed([
    { emissions: after, sign: 1 },
    { emissions: before, sign: -1 },
  ]);

export const effectOn = (change: BoundaryChange, year: number): TotalEmissions => {
  const effect = change.effects.find((each) => each.year === year);
  return effect === undefined ? noEmissions : deltaOf(effect);
};

const largestOf = ({ scope1, scope2, total }: TotalEmissions): number => Math.max(Math.abs(scope1), Math.abs(scope2), Math.abs(total));

const percentOf = (effect: TotalEmissions, of: TotalEmissions): number | null =>
  of.total === 0 ? null : (100 * largestOf(effect)) / of.total;

const plus = (a: TotalEmissions, b: TotalEmissions): TotalEmissions =>
  summed([
    { emissions: a, sign: 1 },
    { emissions: b, sign: 1 },
  ]);

const reaches = (effect: TotalEmissions, of: TotalEmissions, threshold: number): boolean => {
  const percent = percentOf(effect, of);
  return percent === null ? largestOf(effect) > 0 : percent >= threshold;
};

/** Whether a change that leaves the base year as it is matters in a later year before it: the operations came into being in between. */
const mattersLater = (change: BoundaryChange, { baseYear, years }: BaseYearRequest, threshold: number): boolean =>
  largestOf(effectOn(change, baseYear)) === 0 &&
  years.some((reported) => reported.year > baseYear && reaches(effectOn(change, reported.year), withTotal(reported), threshold));

/** Changes by year and id, so that the order they were written in decides nothing. */
export const inOrder = (changes: readonly BoundaryChange[]): BoundaryChange[] =>
  [...changes].sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1));

/** The decisions, and the changes that are computed into earlier years. */
export interface Decided {
  readonly decisions: readonly RecalculationDecision[];
  readonly applied: ReadonlySet<BoundaryChange>;
}

/**
 * Decides for each change whether the base year is computed again: where it alone, or together with earlier changes that were too small,
 * moves the base year by the threshold or more. Source: GHG Protocol Corporate Standard, Ch. 5, "Recalculating base year emissions",
 * and its significance threshold, which counts small changes together.
 */
export const decideRecalculations = (request: BaseYearRequest, threshold: number): Decided => {
  const reported = request.years.find(({ year }) => year === request.baseYear);
  if (reported === undefined) throw new Error('A base year that was not reported was not refused when it was read.');
  let current = withTotal(reported);
  let pending: readonly BoundaryChange[] = [];
  const late = new Set<string>();
  const applied = new Set<BoundaryChange>();
  const decisions = inOrder(request.changes).map((change): RecalculationDecision => {
    const { id, year, trigger, reason } = change;
    const effectOnBaseYear = effectOn(change, request.baseYear);
    const together = summed([...pending, change].map((each) => ({ emissions: effectOn(each, request.baseYear), sign: 1 })));
    const [percent, cumulativePercent] = [percentOf(effectOnBaseYear, current), percentOf(together, current)];
    const baseYearBefore = current;
    const base = { id, year, trigger, reason, effectOnBaseYear, percent, cumulativePercent, baseYearBefore };
    if (trigger === 'organicGrowth') return { ...base, decision: 'never', baseYearAfter: current };
    if (reaches(effectOnBaseYear, current, threshold) || reaches(together, current, threshold)) {
      current = plus(current, together);
      for (const each of [...pending, change]) {
        applied.add(each);
        if (each !== change) late.add(each.id);
      }
      pending = [];
      return { ...base, decision: 'recalculated', baseYearAfter: current };
    }
    if (mattersLater(change, request, threshold)) {
      applied.add(change);
      return { ...base, decision: 'laterYears', baseYearAfter: current };
    }
    pending = [...pending, change];
    return { ...base, decision: 'belowThreshold', baseYearAfter: current };
  });
  // A change that was too small by itself is computed in once the sum is significant, and its decision says so.
  return { decisions: decisions.map((each) => (late.has(each.id) ? { ...each, decision: 'recalculated' } : each)), applied };
};
