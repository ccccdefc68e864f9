/** How a number went since the base year. */
export interface TrendPoint {
  readonly year: number;
  readonly value: number;
  readonly change: number;
  /** Null where the base year is nothing. */
  readonly percent: number | null;
}

export interface Trend {
  readonly points: readonly TrendPoint[];
  /** The even rate a year that leads from the base year to the last one, in percent; null where there is none. */
  readonly annualPercent: number | null;
}

/** The trend of a series from its first year, (last / first)^(1 / years) - 1 a year; null of an empty series. */
export const trendOf = (series: readonly { readonly year: number; readonly value: number }[]): Trend | null => {
  const [first] = series;
  const last = series.at(-1);
  if (first === undefined || last === undefined) return null;
  const points = series.map(({ year, value }) => ({
    year,
    value,
    change: value - first.value,
    percent: first.value === 0 ? null : (100 * (value - first.value)) / first.value,
  }));
  const years = last.year - first.year;
  const hasRate = years > 0 && first.value > 0 && last.value > 0;
  return { points, annualPercent: hasRate ? 100 * ((last.value / first.value) ** (1 / years) - 1) : null };
};
