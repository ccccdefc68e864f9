import { type BaseYearFinding, baseYearFinding } from './base-year-finding.js';
import type { BaseYearRequest, BoundaryChange } from './base-year-request.js';
import { decideRecalculations, effectOn, inOrder, type RecalculationDecision } from './decide-recalculations.js';
import { summed, type TotalEmissions, withTotal } from './emissions-by-scope.js';
import { type Intensity, intensitiesOf } from './intensities.js';
import { type Trend, trendOf } from './trend.js';

/** One year in both series. */
export interface SeriesYear {
  readonly year: number;
  readonly asReported: TotalEmissions;
  /** Null where the effect of a change on this year is not known. */
  readonly recalculated: TotalEmissions | null;
  /** The changes computed into it. */
  readonly changes: readonly string[];
}

/** A base year and what became of it: both series, and the reason of every difference between them. */
export interface BaseYearResult {
  readonly baseYear: number;
  readonly threshold: { readonly percent: number; readonly basis: 'given' | 'default' };
  readonly series: readonly SeriesYear[];
  readonly decisions: readonly RecalculationDecision[];
  /** Of the years as reported: emissions and denominators of one boundary. */
  readonly intensities: readonly Intensity[];
  readonly trends: { readonly asReported: Trend | null; readonly recalculated: Trend | null };
  readonly findings: readonly BaseYearFinding[];
}

/** Whether a change concerns a year: it was reported before the change, or the change says what it does to it. */
const concerns = (change: BoundaryChange, year: number): boolean =>
  year < change.year || change.effects.some((effect) => effect.year === year);

const isKnown = (change: BoundaryChange, year: number): boolean => change.effects.some((effect) => effect.year === year);

/**
 * Computes a base year and the years since again where the rule says so, keeping what was reported beside it.
 * @param defaultThreshold percent, where the request gives none
 */
export const recalculate = (request: BaseYearRequest, defaultThreshold: number): BaseYearResult => {
  const { baseYear, significanceThreshold, years, changes } = request;
  const percent = significanceThreshold ?? defaultThreshold;
  const { decisions, applied } = decideRecalculations(request, percent);
  const findings: BaseYearFinding[] = [];
  const since = years.filter(({ year }) => year >= baseYear);
  const series = since.map((reported): SeriesYear => {
    const { year } = reported;
    const asReported = withTotal(reported);
    const own = inOrder(changes).filter((change) => applied.has(change) && concerns(change, year));
    const unknown = own.filter((change) => !isKnown(change, year));
    findings.push(...unknown.map(({ id }) => baseYearFinding('effectMissing', id, { year: String(year) })));
    const parts = [asReported, ...own.map((change) => effectOn(change, year))].map((emissions) => ({ emissions, sign: 1 as const }));
    const recalculated = unknown.length > 0 ? null : summed(parts);
    return { year, asReported, recalculated, changes: own.map(({ id }) => id) };
  });
  const negative = series.filter(({ recalculated }) => recalculated !== null && (recalculated.scope1 < 0 || recalculated.scope2 < 0));
  findings.push(...negative.map(({ year }) => baseYearFinding('belowZero', String(year))));
  const known = series.flatMap(({ year, recalculated }) => (recalculated === null ? [] : [{ year, value: recalculated.total }]));
  const isWhole = known.length === series.length;
  return {
    baseYear,
    threshold: { percent, basis: significanceThreshold === undefined ? 'default' : 'given' },
    series,
    decisions,
    intensities: since.flatMap(intensitiesOf),
    trends: {
      asReported: trendOf(series.map(({ year, asReported }) => ({ year, value: asReported.total }))),
      recalculated: isWhole ? trendOf(known) : null,
    },
    findings,
  };
};
