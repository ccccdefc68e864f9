import { exactSum } from '../exact-sum.js';
import type { ScopeEmissions } from './base-year-request.js';

/** tCO2eq by scope and together. */
export interface TotalEmissions extends ScopeEmissions {
  readonly total: number;
}

export const withTotal = ({ scope1, scope2 }: ScopeEmissions): TotalEmissions => ({ scope1, scope2, total: exactSum([scope1, scope2]) });

/** The exact sum of emissions, each taken with its sign. */
export const summed = (parts: readonly { readonly emissions: ScopeEmissions; readonly sign: 1 | -1 }[]): TotalEmissions =>
  withTotal({
    scope1: exactSum(parts.map(({ emissions, sign }) => sign * emissions.scope1)),
    scope2: exactSum(parts.map(({ emissions, sign }) => sign * emissions.scope2)),
  });

export const noEmissions: TotalEmissions = { scope1: 0, scope2: 0, total: 0 };
