import { type ReportedYear, salesUnits } from './base-year-request.js';
import { withTotal } from './emissions-by-scope.js';

/** Emissions of Scope 1 and 2 per unit of something. */
export interface Intensity {
  readonly year: number;
  readonly per: 'product' | 'worker' | 'sales';
  /** The product; null otherwise. */
  readonly name: string | null;
  readonly value: number;
  /** Such as "tCO2eq/t" or "tCO2eq/million KRW". */
  readonly unit: string;
}

/** The intensities of a year as it was reported: of every product, per worker, per million won of sales; none of what is zero or not given. */
export const intensitiesOf = (reported: ReportedYear): Intensity[] => {
  const { year, products, workers = 0, sales } = reported;
  const { total } = withTotal(reported);
  const of = (per: Intensity['per'], name: string | null, amount: number, unit: string): Intensity[] =>
    amount === 0 ? [] : [{ year, per, name, value: total / amount, unit: `tCO2eq/${unit}` }];
  return [
    ...products.flatMap(({ name, quantity, unit }) => of('product', name, quantity, unit)),
    ...of('worker', null, workers, 'person'),
    ...(sales === undefined ? [] : of('sales', null, (sales.quantity * salesUnits[sales.unit]) / 1e6, 'million KRW')),
  ];
};
